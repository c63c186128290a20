/**
 * A way for the sound, in or out: at most one at a time, made again when it cannot be made or breaks, until it is closed.
 *
 * Events: `made`, `failed` (and it tries again).
 */

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 8_000;

export class SoundWay extends EventTarget {
  /** @type {"none" | "making" | "made" | "waiting"} */
  state = "none";
  #retryMs = FIRST_RETRY_MS;
  #attempt = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retryTimer;

  /**
   * @param {(signal: AbortSignal) => Promise<void>} make makes it; what it has made must end with the signal, also when
   *     that comes while it is being made
   */
  constructor(make) {
    super();
    this.make = make;
  }

  /** Anew, whatever there was. */
  async open() {
    const attempt = this.#next("making");
    try {
      await this.make(attempt.signal);
      if (!attempt.signal.aborted) {
        this.state = "made";
        this.#retryMs = FIRST_RETRY_MS;
        this.dispatchEvent(new Event("made"));
      }
    } catch (error) {
      if (!attempt.signal.aborted) {
        console.warn("[party] No way for the sound", error);
        this.#failed();
      }
    }
  }

  /** It was made and has gone, or turns out never to be. */
  broken() {
    if (this.state === "made") {
      this.open();
    } else if (this.state === "making") {
      this.#failed();
    }
  }

  /** The network is back: nobody wants to wait for the next attempt, nor for one that was begun without it. */
  hurry() {
    if (this.state === "waiting" || this.state === "making") {
      this.open();
    }
  }

  close() {
    this.#next("none");
    this.#retryMs = FIRST_RETRY_MS;
  }

  #failed() {
    this.#next("waiting");
    this.#retryTimer = setTimeout(() => this.open(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    this.dispatchEvent(new Event("failed"));
  }

  /** @param {SoundWay["state"]} state */
  #next(state) {
    clearTimeout(this.#retryTimer);
    this.#attempt.abort();
    this.#attempt = new AbortController();
    this.state = state;
    return this.#attempt;
  }
}
