/** What is done about a track that does not play: it is asked for again, or the next one follows, or all stops. */

import { SKIPPED } from "./track-problem.js";

/** @typedef {import("./track-problem.js").Finding} Finding */
/** @typedef {import("./track-problem.js").Problem} Problem */

const SHOW_PROBLEM_MS = 5_000;

/** Five minutes, with the seconds that our server asks for. */
const MOST_TRIES = 30;

const SOONEST_MS = 1_000;
const LATEST_MS = 15_000;

/** Events: `problem` whenever that has changed; `again` and `next` are what is to be done now. */
export class Trouble extends EventTarget {
  /** Empty when all is well. @type {"" | Problem} */
  problem = "";
  #tries = 0;
  #awayMs = SOONEST_MS;
  #wasThere = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * While it should be playing.
   *
   * @param {Finding} finding
   * @param {boolean} hasNext
   * @returns {boolean} whether it goes on by itself
   */
  meet(finding, hasNext) {
    clearTimeout(this.#timer);
    if (finding.problem === "busy" && this.#tries < MOST_TRIES) {
      this.#tries++;
      this.#show("waiting");
      this.#later("again", finding.againMs);
      return true;
    }
    if (finding.problem === "away") {
      this.#show("away");
      this.#later("again", this.#awayMs);
      this.#awayMs = Math.min(this.#awayMs * 2, LATEST_MS);
      return true;
    }
    if (finding.againMs === 0 && !this.#wasThere) {
      this.#wasThere = true;
      this.#tell("again");
      return true;
    }
    this.#show(finding.problem);
    const skips = SKIPPED.has(finding.problem) && hasNext;
    if (skips) {
      this.#later("next", SHOW_PROBLEM_MS);
    }
    return skips;
  }

  /** While nobody listens: it is said, and nothing is done. @param {Finding} finding */
  say({ problem }) {
    clearTimeout(this.#timer);
    this.#show(problem === "away" ? "offline" : problem);
  }

  /** Nothing is done by itself from now on. */
  rest() {
    clearTimeout(this.#timer);
    if (this.problem === "waiting") {
      this.#show("busy");
    } else if (this.problem === "away") {
      this.#show("offline");
    }
  }

  /** There is a network again. */
  hurry() {
    if (this.problem === "away") {
      this.#later("again", 0);
    }
  }

  /** The track is there. */
  pass() {
    clearTimeout(this.#timer);
    this.#awayMs = SOONEST_MS;
    this.#show("");
  }

  /** Another track, or this one as if it had never failed. */
  forget() {
    this.pass();
    this.#tries = 0;
    this.#wasThere = false;
  }

  /** @param {Problem | ""} problem */
  #show(problem) {
    if (this.problem !== problem) {
      this.problem = problem;
      this.#tell("problem");
    }
  }

  /** @param {string} event @param {number | undefined} ms */
  #later(event, ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(event), ms);
  }

  /** @param {string} event */
  #tell(event) {
    this.dispatchEvent(new Event(event));
  }
}
