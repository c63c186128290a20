/**
 * Two `<audio>` elements that take turns: while one plays, the other fetches what comes next, so that it can begin at
 * once. Tells the events of the one that is on: a `MediaElement`'s, by their own names.
 */

const TOLD = [
  "loadedmetadata",
  "play",
  "pause",
  "timeupdate",
  "seeked",
  "waiting",
  "progress",
  "ended",
  "error",
];

/** @typedef {import("./queue.js").Track} Track */

export class Decks extends EventTarget {
  /** What is prepared. @type {Track | null} */
  #prepared = null;
  #isUnlocked = false;

  /**
   * @param {readonly HTMLAudioElement[]} elements two
   * @param {(element: HTMLAudioElement, track: Track | null) => void} loaded is told what goes into which
   */
  constructor([active, spare], loaded) {
    super();
    this.active = active;
    this.spare = spare;
    this.loaded = loaded;
    active.preload = "metadata";
    spare.preload = "auto";
    for (const element of [active, spare]) {
      for (const name of TOLD) {
        element.addEventListener(name, () => this.#tell(element, name));
      }
    }
  }

  get isLoaded() {
    return this.active.readyState >= HTMLMediaElement.HAVE_METADATA;
  }

  /** It should play, and has nothing to. */
  get isWaiting() {
    const { paused, readyState } = this.active;
    return !paused && readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
  }

  /** Still the end of the track before. */
  get isSpareHeard() {
    return !this.spare.paused && !this.spare.ended;
  }

  /** Begun at any moment, it sounds. @param {Track} track */
  isReady(track) {
    const { readyState, error } = this.spare;
    return (
      this.#prepared?.url === track.url &&
      !error &&
      readyState >= HTMLMediaElement.HAVE_FUTURE_DATA
    );
  }

  /** @param {Track} track */
  prepare(track) {
    if (this.#prepared?.url !== track.url && !this.isSpareHeard) {
      this.#prepared = track;
      this.spare.preload = "auto";
      this.spare.src = track.url;
      this.loaded(this.spare, track);
    }
  }

  /** Silences the other one and forgets what it had. */
  drop() {
    this.#prepared = null;
    if (this.spare.hasAttribute("src")) {
      empty(this.spare);
    }
  }

  /** @param {Track | null} track */
  load(track) {
    if (track && this.isReady(track)) {
      this.swap();
    } else if (track) {
      this.active.src = track.url;
    } else {
      empty(this.active);
    }
    this.loaded(this.active, track);
    this.drop();
  }

  /** The prepared one is on from now; the other plays to its end, if it does. */
  swap() {
    [this.active, this.spare] = [this.spare, this.active];
    this.#prepared = null;
  }

  /** In a gesture: on an iPhone each element plays by itself only after it was touched once. */
  unlock() {
    if (!this.#isUnlocked && !this.spare.hasAttribute("src")) {
      this.spare.load();
    }
    this.#isUnlocked = true;
  }

  /** @param {HTMLAudioElement} element @param {string} name */
  #tell(element, name) {
    if (element === this.active) {
      this.dispatchEvent(new Event(name));
    }
  }
}

/** @param {HTMLAudioElement} element */
function empty(element) {
  element.pause();
  element.removeAttribute("src");
  element.load();
}
