/** How much of a track was really heard: a play counts after half of it or four minutes, whichever comes first. */

const ENOUGH_SEC = 240;
/** Between two looks a clock and a position never agree quite. */
const TOLERANCE_SEC = 0.05;

export class HeardTime {
  sec = 0;
  isCounted = false;
  /** The last look, while it played. @type {{ positionSec: number, nowMs: number } | null} */
  #last = null;

  /** @param {any} [stored] */
  constructor(stored) {
    this.sec = Number.isFinite(stored?.sec) ? stored.sec : 0;
    this.isCounted = stored?.isCounted === true;
  }

  /**
   * @param {number} positionSec
   * @param {number} nowMs
   * @param {number} durationSec 0 when unknown
   * @returns {boolean} whether it counts from now on
   */
  look(positionSec, nowMs, durationSec) {
    if (this.#last) {
      const passed = (nowMs - this.#last.nowMs) / 1000 + TOLERANCE_SEC;
      const moved = positionSec - this.#last.positionSec;
      // A seek moves the position and takes no time; time that passes while it waits for data moves nothing.
      this.sec += Math.max(0, Math.min(moved, passed));
    }
    this.#last = { positionSec, nowMs };
    const enough = Math.min(durationSec / 2 || ENOUGH_SEC, ENOUGH_SEC);
    if (this.isCounted || this.sec < enough) {
      return false;
    }
    this.isCounted = true;
    return true;
  }

  /** Paused: what comes next begins somewhere. */
  rest() {
    this.#last = null;
  }

  toJSON() {
    return { sec: this.sec, isCounted: this.isCounted };
  }
}
