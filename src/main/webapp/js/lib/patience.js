/**
 * Asks a server that is away again and again, until it answers or nobody wants the answer any more.
 *
 * Event: `change`, when `isWaiting` has.
 */

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** Lost without a word, a connection may take minutes to be given up; a page may take some seconds to be made. */
const FIRST_ANSWER_MS = 10_000;
const LONGEST_ANSWER_MS = 60_000;

/**
 * What stands in front of the server answers for it, or it is only starting. RFC 9110 §15.6; 520 and up are Cloudflare's.
 *
 * @param {{ status: number }} answer
 */
export function isAway({ status }) {
  return (status >= 502 && status <= 504) || (status >= 520 && status <= 530);
}

/** @typedef {(url: string | URL, options: RequestInit) => Promise<Response>} Fetch */

export class Patience extends EventTarget {
  /** What has been asked for in vain. */
  #waiting = new Set();

  /** @param {{ fetch?: Fetch, whenBack?: (back: () => void) => () => void }} [surroundings] */
  constructor({
    fetch = (url, options) => globalThis.fetch(url, options),
    whenBack = whenNetworkIsBack,
  } = {}) {
    super();
    this.fetch = fetch;
    this.whenBack = whenBack;
  }

  get isWaiting() {
    return this.#waiting.size > 0;
  }

  /**
   * @param {string | URL} url
   * @param {RequestInit & { signal: AbortSignal }} options of a request that may be repeated
   * @param {Promise<Response>} [begun] what is on its way already
   * @returns {Promise<Response>} with its whole body; rejected only when it is aborted, or leads to another site
   */
  async ask(url, options, begun) {
    const { signal } = options;
    const question = {};
    let pauseMs = FIRST_PAUSE_MS;
    let answerMs = FIRST_ANSWER_MS;
    try {
      for (;;) {
        const ahead = begun;
        const ask = ahead ? () => ahead : this.#asking(url, options);
        const answer = await this.#answer(ask, signal, answerMs);
        if (answer) {
          return answer;
        }
        begun = undefined;
        this.#waits(question);
        await this.#pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        answerMs = Math.min(answerMs * 2, LONGEST_ANSWER_MS);
      }
    } finally {
      this.#waitsNoMore(question);
    }
  }

  /** @param {string | URL} url @param {RequestInit} options */
  #asking(url, options) {
    return async (/** @type {AbortSignal} */ signal) => {
      const asked = { ...options, signal };
      try {
        return await this.fetch(url, asked);
      } catch {
        // Behind somebody else's sign-in a page may lead to another site, where only the browser itself can follow.
        const manual = { ...asked, redirect: "manual" };
        const answer = await this.fetch(url, /** @type {any} */ (manual));
        return answer.type === "opaqueredirect"
          ? this.fetch(url, asked).catch((error) => {
              throw new LeadsAway(error);
            })
          : answer;
      }
    };
  }

  /**
   * @param {(signal: AbortSignal) => Promise<Response>} ask
   * @param {AbortSignal} signal
   * @param {number} withinMs
   * @returns {Promise<Response | null>} null when the server is away
   */
  async #answer(ask, signal, withinMs) {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    const timer = setTimeout(stop, withinMs);
    const unwatch = this.whenBack(stop);
    signal.addEventListener("abort", stop);
    try {
      const answer = await unless(attempt.signal, ask(attempt.signal));
      if (isAway(answer)) {
        return null;
      }
      // A copy is read, so that a network that goes away in the middle is noticed here.
      await unless(attempt.signal, answer.clone().arrayBuffer());
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LeadsAway) {
        throw error.cause;
      }
      return null;
    } finally {
      clearTimeout(timer);
      unwatch();
      signal.removeEventListener("abort", stop);
    }
  }

  /** @param {number} ms @param {AbortSignal} signal */
  async #pause(ms, signal) {
    await new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        unwatch();
        signal.removeEventListener("abort", end);
        resolve(undefined);
      };
      const timer = setTimeout(end, ms);
      const unwatch = this.whenBack(end);
      signal.addEventListener("abort", end);
    });
    signal.throwIfAborted();
  }

  /** @param {object} question */
  #waits(question) {
    const wasWaiting = this.isWaiting;
    this.#waiting.add(question);
    if (!wasWaiting) {
      this.dispatchEvent(new Event("change"));
    }
  }

  /** @param {object} question */
  #waitsNoMore(question) {
    if (this.#waiting.delete(question) && !this.isWaiting) {
      this.dispatchEvent(new Event("change"));
    }
  }
}

/** Not a fault of the network. */
class LeadsAway extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super("leads to another site", { cause });
  }
}

/** @template T @param {AbortSignal} signal @param {Promise<T>} promise @returns {Promise<T>} */
function unless(signal, promise) {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    signal.aborted ? aborted() : signal.addEventListener("abort", aborted);
    promise.then(resolve, reject);
  });
}

/** @param {() => void} back @returns {() => void} looks no more */
function whenNetworkIsBack(back) {
  addEventListener("online", back);
  return () => removeEventListener("online", back);
}
