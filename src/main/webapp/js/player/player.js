/**
 * The player. Lives as long as the document does, so that pages come and go around it.
 *
 * Events: `track`, `play`, `pause`, `position`, `volume`, `queue`, `settings`, `heard` when the current track counts as
 * played, and `problem` whenever `player.problem` has changed.
 */

import { Decks } from "./decks.js";
import { factorOf } from "./gain.js";
import { Gapless } from "./gapless.js";
import { HeardTime } from "./heard-time.js";
import { Queue, REPEATS } from "./queue.js";
import { isAtEnd, reachSec } from "./reach.js";
import { load, save, saveQueue } from "./saved-state.js";
import { loadSettings, saveSettings } from "./settings.js";
import { sound } from "./sound.js";
import { Stall } from "./stall.js";
import { problemWith } from "./track-problem.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./queue.js").Track} Track */

/** From here on "previous" starts the same track again. */
const RESTART_AFTER_SEC = 3;
const SAVE_EVERY_MS = 1_000;
/** As near to its end as this a track has been played. */
const AT_ITS_END_SEC = 0.5;

class Player extends EventTarget {
  playing = false;
  settings = loadSettings(localStorage);
  /** When a person last did something to it; 0: never. */
  touchedMs = 0;
  #queue = new Queue();
  #decks = new Decks(sound.elements, (element, track) =>
    this.#level(element, track),
  );
  #gapless = new Gapless(this.#decks);
  #heard = new HeardTime();
  #trouble = new Trouble();
  #stall = new Stall();
  /** Where to start a file that is not loaded yet, seconds. */
  #startSec = 0;
  #savedAt = 0;
  #forOthers = false;
  /** @type {{ from: Queue, queue: Queue | null } | null} */
  #drawn = null;

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
    return this.#decks.isLoaded
      ? this.#decks.active.currentTime
      : this.#startSec;
  }

  get durationSec() {
    const { duration } = this.#decks.active;
    return this.#decks.isLoaded && Number.isFinite(duration)
      ? duration
      : (this.current?.durationSec ?? 0);
  }

  /** How far one can move in the current track. */
  get reachSec() {
    return reachSec(this.durationSec, this.#decks.active.seekable);
  }

  get isAtItsEnd() {
    return isAtEnd(this.positionSec, this.durationSec, AT_ITS_END_SEC);
  }

  /** Why the current track does not play; empty when all is well. */
  get problem() {
    return this.#trouble.problem;
  }

  get volume() {
    return sound.volume;
  }

  get muted() {
    return sound.muted;
  }

  /**
   * @param {readonly Track[]} tracks
   * @param {number} [index] where to begin; shuffled, anywhere unless it is said
   */
  play(tracks, index) {
    if (tracks.length === 0) {
      return Promise.resolve();
    }
    const { isShuffled, repeat } = this.#queue;
    const anywhere = isShuffled ? Math.random() * tracks.length : 0;
    const queue = new Queue(tracks, index ?? Math.floor(anywhere));
    return this.#turnTo(queue.repeating(repeat).shuffle(isShuffled));
  }

  /** What another device left: it waits for a tap. @param {Queue} queue @param {number} positionSec */
  takeOver(queue, positionSec) {
    this.#queue = queue;
    this.#load(positionSec);
    this.#changed();
    this.#tell("track");
    this.#tell("position");
  }

  toggle() {
    if (this.playing) {
      this.pause();
    } else {
      this.resume();
    }
  }

  pause() {
    this.#touch();
    this.#trouble.rest();
    this.#stall.isOver();
    this.#decks.active.pause();
    this.#gapless.dropTail();
    this.#stopped();
  }

  /** Resolves when it plays, or when the browser has said that it will not. */
  async resume() {
    if (!this.current) {
      return;
    }
    this.#touch();
    // As an element does that has ended; one that was loaded there anew has not.
    if (this.isAtItsEnd) {
      this.seek(0);
    }
    if (this.problem) {
      this.#load(this.positionSec);
    }
    await this.#begin();
  }

  async #begin() {
    this.#started();
    this.#connectWhereNeeded();
    sound.resumeContext();
    this.#decks.unlock();
    try {
      await this.#decks.active.play();
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

  /** @param {string} key of an entry of the queue */
  async jumpTo(key) {
    await this.#turnTo(this.#queue.jumpTo(key));
  }

  /** Of the queue: what does not change what is playing. @param {(queue: Queue) => Queue} change */
  arrange(change) {
    const { current } = this;
    this.#gapless.wait();
    this.#queue = change(this.#queue);
    this.#touch();
    if (this.current !== current) {
      this.#turnedTo();
    }
    this.#changed();
  }

  /** @param {string} key */
  remove(key) {
    const wasPlaying = this.playing;
    this.arrange((queue) => queue.remove(key));
    if (wasPlaying && this.current) {
      this.resume();
    } else if (!this.current) {
      this.pause();
    }
  }

  toggleShuffle() {
    this.arrange((queue) => queue.shuffle(!queue.isShuffled));
  }

  /** Off, all, one, and off again. */
  toggleRepeat() {
    this.arrange((queue) => {
      const next = (REPEATS.indexOf(queue.repeat) + 1) % REPEATS.length;
      return queue.repeating(REPEATS[next]);
    });
  }

  /** @param {number} sec */
  seek(sec) {
    if (!this.current) {
      return;
    }
    this.#touch();
    this.#gapless.dropTail();
    const target = Math.min(Math.max(0, sec), this.reachSec);
    if (this.#decks.isLoaded) {
      this.#decks.active.currentTime = target;
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

  /** @param {Partial<import("./settings.js").Settings>} settings */
  set(settings) {
    this.settings = { ...this.settings, ...settings };
    saveSettings(localStorage, this.settings);
    if (this.playing) {
      this.#connectWhereNeeded();
      sound.resumeContext();
    }
    this.#level(this.#decks.active, this.current);
    this.#tell("settings");
  }

  /** At a party tracks are equally loud, also where this device would not mind. @param {boolean} areThere */
  playForOthers(areThere) {
    if (areThere !== this.#forOthers) {
      this.#forOthers = areThere;
      this.#level(this.#decks.active, this.current);
    }
  }

  /** Drawn once: shuffled, each look would draw another round. */
  get #following() {
    if (this.#drawn?.from !== this.#queue) {
      this.#drawn = { from: this.#queue, queue: this.#queue.following() };
    }
    return this.#drawn.queue;
  }

  /** @param {Queue} queue */
  #turnTo(queue) {
    this.#touch();
    this.#queue = queue;
    this.playing = true;
    this.#turnedTo();
    this.#changed();
    this.#tell("play");
    return this.resume();
  }

  #turnedTo() {
    this.#heard = new HeardTime();
    this.#load(0);
    this.#tell("track");
    this.#tell("position");
  }

  #changed() {
    saveQueue(sessionStorage, this.#queue);
    this.#save();
    this.#tell("queue");
  }

  #touch() {
    this.touchedMs = Date.now();
  }

  /** @param {number} startSec */
  #load(startSec) {
    this.#gapless.wait();
    this.#trouble.forget();
    this.#stall.isOver();
    this.#startSec = startSec;
    this.#fetch();
  }

  #fetch() {
    this.#decks.load(this.current);
    sound.settle(this.#decks.active);
    if (this.#decks.isLoaded) {
      this.#loaded();
    }
  }

  /** @param {HTMLAudioElement} element @param {Track | null} track */
  #level(element, track) {
    const { levelling } = this.settings;
    const wanted = this.#forOthers && levelling === "off" ? "track" : levelling;
    sound.setLevel(element, factorOf(track, wanted));
  }

  #connectWhereNeeded() {
    const { levelling, crossfadeSec } = this.settings;
    if (levelling !== "off" || crossfadeSec > 0) {
      sound.connect();
    }
  }

  #restore() {
    const saved = load(sessionStorage);
    sound.volume = saved.volume;
    sound.muted = saved.muted;
    this.touchedMs = saved.touchedMs;
    this.#queue = saved.queue;
    this.#heard = saved.heard;
    if (this.current) {
      this.#load(saved.positionSec);
    }
  }

  #listen() {
    const listen = (
      /** @type {string} */ name,
      /** @type {() => void} */ then,
    ) => this.#decks.addEventListener(name, then);
    this.#gapless.addEventListener("handedOver", (event) =>
      this.#handedOver(/** @type {CustomEvent<Queue>} */ (event).detail),
    );
    this.#gapless.addEventListener("refused", () => this.#turnTo(this.#queue));
    this.#trouble.addEventListener("problem", () => this.#tell("problem"));
    this.#trouble.addEventListener("again", () => this.#tryAgain());
    this.#trouble.addEventListener("next", () => this.next());
    this.#stall.addEventListener("stalled", () => this.#stalled());
    addEventListener("online", () => this.#networkIsBack());
    listen("waiting", () => this.#waits());
    listen("progress", () => this.#stall.bytesCame());
    listen("loadedmetadata", () => this.#loaded());
    listen("play", () => this.#started());
    listen("pause", () => this.#paused());
    listen("timeupdate", () => this.#moved());
    listen("seeked", () => this.#moved());
    listen("ended", () => this.#ended());
    listen("error", () => this.#failed());
  }

  #loaded() {
    this.#trouble.pass();
    if (this.#startSec > 0) {
      this.#decks.active.currentTime = Math.min(this.#startSec, this.reachSec);
    }
    this.#startSec = 0;
    this.#tell("position");
  }

  /** Headphones that are pulled out, a phone call: the browser pauses without being asked. */
  #paused() {
    const { active } = this.#decks;
    if (active.paused && !active.ended) {
      this.#gapless.dropTail();
      this.#stopped();
    }
  }

  #moved() {
    this.#stall.isOver();
    this.#count();
    this.#gapless.look(this.#queue, this.#following, this.settings);
    this.#tell("position");
    if (performance.now() - this.#savedAt > SAVE_EVERY_MS) {
      this.#save();
    }
  }

  #count() {
    const now = performance.now();
    if (this.#decks.active.paused) {
      this.#heard.rest();
    } else if (this.#heard.look(this.positionSec, now, this.durationSec)) {
      this.#tell("heard");
    }
  }

  /** @param {Queue} queue */
  #handedOver(queue) {
    this.#queue = queue;
    this.#heard = new HeardTime();
    this.#changed();
    this.#tell("track");
    this.#tell("position");
  }

  #ended() {
    const queue = this.#following;
    if (queue) {
      this.#turnTo(queue);
    } else {
      this.#stopped();
    }
  }

  #waits() {
    if (this.playing && this.#decks.isLoaded) {
      this.#stall.waits();
    }
  }

  #networkIsBack() {
    this.#trouble.hurry();
    if (this.#stall.isWaiting) {
      this.#stall.isOver();
      this.#stalled();
    }
  }

  /** Its bytes have stopped coming, and the element would wait for ever. */
  async #stalled() {
    const { current, positionSec } = this;
    if (!current || !this.playing) {
      return;
    }
    const finding = await problemWith(null, current.url);
    const isStill = this.#decks.isWaiting && !this.#decks.active.error;
    if (this.current !== current || !this.playing || !isStill) {
      return;
    }
    this.#startSec = positionSec;
    if (finding.againMs === 0) {
      this.#tryAgain();
    } else if (!this.#trouble.meet(finding, this.#queue.hasNext)) {
      this.#stopped();
    }
  }

  async #failed() {
    const { current } = this;
    const { active } = this.#decks;
    this.#stall.isOver();
    if (!current) {
      return;
    }
    const positionSec = this.positionSec;
    const finding = await problemWith(active.error, current.url);
    if (this.current !== current || !active.error) {
      return;
    }
    this.#startSec = positionSec;
    if (!this.playing) {
      this.#trouble.say(finding);
    } else if (!this.#trouble.meet(finding, this.#queue.hasNext)) {
      this.#stopped();
    }
  }

  /** What is said about it stays until the file is there. */
  async #tryAgain() {
    this.#fetch();
    await this.#begin();
  }

  #started() {
    if (!this.playing) {
      this.playing = true;
      this.#tell("play");
    }
  }

  #stopped() {
    this.#heard.rest();
    if (this.playing) {
      this.playing = false;
      this.#save();
      this.#tell("pause");
    }
  }

  #save() {
    this.#savedAt = performance.now();
    const { positionSec, touchedMs, volume, muted } = this;
    save(sessionStorage, {
      positionSec,
      volume,
      muted,
      heard: this.#heard,
      touchedMs,
    });
  }

  /** @param {string} event */
  #tell(event) {
    this.dispatchEvent(new Event(event));
  }
}

export const player = new Player();
