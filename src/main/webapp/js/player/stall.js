/**
 * Notices when the bytes of what plays have stopped coming: a connection that is lost without a word ends no request.
 *
 * Event: `stalled`.
 */

const SILENCE_MS = 10_000;

export class Stall extends EventTarget {
  /** @type {ReturnType<typeof setTimeout> | undefined} Set while it waits for bytes. */
  #timer;

  get isWaiting() {
    return this.#timer !== undefined;
  }

  /** It has nothing more to play. */
  waits() {
    this.#restart();
  }

  /** Slowly is not stopped. */
  bytesCame() {
    if (this.isWaiting) {
      this.#restart();
    }
  }

  /** It plays, or nobody wants it to. */
  isOver() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #restart() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isOver();
      this.dispatchEvent(new Event("stalled"));
    }, SILENCE_MS);
  }
}
