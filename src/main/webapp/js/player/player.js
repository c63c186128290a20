/**
 * The player. Lives as long as the document does, so that pages come and go around it.
 *
 * Events: `track`, `play`, `pause`, `position`, `volume`, `queue`, and `problem` whenever `player.problem` has changed.
 */

import { Queue } from "./queue.js";
import { load, save } from "./saved-state.js";
import { sound } from "./sound.js";
import { problemWith, SKIPPED } from "./track-problem.js";

/** @typedef {import("./queue.js").Track} Track */

/** From here on "previous" starts the same track again. */
const RESTART_AFTER_SEC = 3;
const SAVE_EVERY_MS = 1_000;
const SHOW_PROBLEM_MS = 5_000;

class Player extends EventTarget {
  /** Why the current track does not play; empty when all is well. @type {"" | import("./track-problem.js").Problem} */
  problem = "";
  playing = false;
  #queue = new Queue();
  /** Where to start a file that is not loaded yet, seconds. */
  #startSec = 0;
  #savedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #skip;

  constructor() {
    super();
    this.#restore();
    this.#listen();
    addEventListener("pagehide", () => this.#save());
  }

  get queue() {
    return this.#queue;
  }

  get current() {
    return this.#queue.current;
  }

  get positionSec() {
    return this.#isLoaded ? sound.element.currentTime : this.#startSec;
  }

  get durationSec() {
    const { duration } = sound.element;
    return this.#isLoaded && Number.isFinite(duration)
      ? duration
      : (this.current?.durationSec ?? 0);
  }

  get volume() {
    return sound.volume;
  }

  get muted() {
    return sound.muted;
  }

  /**
   * @param {readonly Track[]} tracks
   * @param {number} [index] where to begin
   */
  play(tracks, index = 0) {
    return tracks.length > 0
      ? this.#turnTo(new Queue(tracks, index))
      : Promise.resolve();
  }

  toggle() {
    if (this.playing) {
      this.pause();
    } else {
      this.resume();
    }
  }

  pause() {
    clearTimeout(this.#skip);
    sound.element.pause();
    this.#stopped();
  }

  /** Resolves when it plays, or when the browser has said that it will not. */
  async resume() {
    if (!this.current) {
      return;
    }
    clearTimeout(this.#skip);
    if (this.problem) {
      this.#load(this.positionSec);
    }
    this.#started();
    sound.resumeContext();
    try {
      await sound.element.play();
    } catch (error) {
      // The element's own error event tells the rest; AbortError is a newer wish of ours.
      if (error instanceof DOMException && error.name === "NotAllowedError") {
        this.#stopped();
      }
    }
  }

  async next() {
    if (this.#queue.hasNext) {
      await this.#turnTo(this.#queue.next());
    }
  }

  async previous() {
    if (this.positionSec > RESTART_AFTER_SEC || !this.#queue.hasPrevious) {
      this.seek(0);
    } else {
      await this.#turnTo(this.#queue.previous());
    }
  }

  /** @param {number} sec */
  seek(sec) {
    if (!this.current) {
      return;
    }
    const target = Math.min(Math.max(0, sec), this.durationSec);
    if (this.#isLoaded) {
      sound.element.currentTime = target;
    } else {
      this.#startSec = target;
    }
    this.#save();
    this.#tell("position");
  }

  /** @param {number} volume 0 to 1 */
  setVolume(volume) {
    sound.volume = volume;
    sound.muted = false;
    this.#save();
    this.#tell("volume");
  }

  /** @param {boolean} muted */
  setMuted(muted) {
    sound.muted = muted;
    this.#save();
    this.#tell("volume");
  }

  get #isLoaded() {
    return sound.element.readyState >= HTMLMediaElement.HAVE_METADATA;
  }

  /** @param {Queue} queue */
  #turnTo(queue) {
    const sameTracks = queue.tracks === this.#queue.tracks;
    this.#queue = queue;
    this.playing = true;
    this.#load(0);
    this.#save();
    if (!sameTracks) {
      this.#tell("queue");
    }
    this.#tell("track");
    this.#tell("position");
    this.#tell("play");
    return this.resume();
  }

  /** @param {number} startSec */
  #load(startSec) {
    clearTimeout(this.#skip);
    this.#setProblem("");
    this.#startSec = startSec;
    sound.element.src = this.current?.url ?? "";
  }

  #restore() {
    const { queue, positionSec, volume, muted } = load(sessionStorage);
    sound.volume = volume;
    sound.muted = muted;
    this.#queue = queue;
    if (this.current) {
      this.#load(positionSec);
    }
  }

  #listen() {
    const { element } = sound;
    element.addEventListener("loadedmetadata", () => this.#loaded());
    element.addEventListener("play", () => this.#started());
    element.addEventListener("pause", () => this.#paused());
    element.addEventListener("timeupdate", () => this.#moved());
    element.addEventListener("seeked", () => this.#moved());
    element.addEventListener("ended", () => this.#ended());
    element.addEventListener("error", () => this.#failed());
  }

  #loaded() {
    if (this.#startSec > 0) {
      sound.element.currentTime = Math.min(this.#startSec, this.durationSec);
    }
    this.#startSec = 0;
    this.#tell("position");
  }

  /** Headphones that are pulled out, a phone call: the browser pauses without being asked. */
  #paused() {
    if (sound.element.paused && !sound.element.ended) {
      this.#stopped();
    }
  }

  #moved() {
    this.#tell("position");
    if (performance.now() - this.#savedAt > SAVE_EVERY_MS) {
      this.#save();
    }
  }

  #ended() {
    if (this.#queue.hasNext) {
      this.next();
    } else {
      this.#stopped();
    }
  }

  async #failed() {
    const { current } = this;
    if (!current) {
      return;
    }
    const positionSec = this.positionSec;
    const problem = await problemWith(sound.element.error, current.url);
    if (this.current !== current || !sound.element.error) {
      return;
    }
    this.#startSec = positionSec;
    this.#setProblem(problem);
    if (this.playing && SKIPPED.has(problem)) {
      this.#skip = setTimeout(() => this.#ended(), SHOW_PROBLEM_MS);
    } else {
      this.#stopped();
    }
  }

  #started() {
    if (!this.playing) {
      this.playing = true;
      this.#tell("play");
    }
  }

  #stopped() {
    if (this.playing) {
      this.playing = false;
      this.#save();
      this.#tell("pause");
    }
  }

  /** @param {Player["problem"]} problem */
  #setProblem(problem) {
    if (this.problem !== problem) {
      this.problem = problem;
      this.#tell("problem");
    }
  }

  #save() {
    this.#savedAt = performance.now();
    save(sessionStorage, {
      queue: this.#queue,
      positionSec: this.positionSec,
      volume: sound.volume,
      muted: sound.muted,
    });
  }

  /** @param {string} event */
  #tell(event) {
    this.dispatchEvent(new Event(event));
  }
}

export const player = new Player();
