/** Requests that wait for their answers; `requestId` tells which is whose. */

const ANSWER_WITHIN_MS = 10_000;

/** @typedef {{ type: string, requestId?: string } & Record<string, any>} Message */

/** A request that the server understood and refused; `code` is for programs. */
export class RequestRefused extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }

  /** For now: what was asked for may be granted in a while. */
  get isPassing() {
    return ["tooMany", "ticketExpired", "ticketUsed"].includes(this.code);
  }
}

export class Requests {
  /** @type {Map<string, { resolve: (message: Message) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #last = 0;

  /**
   * @param {string} type
   * @param {(requestId: string) => boolean} send answers whether it went out
   * @returns {Promise<Message>}
   */
  ask(type, send) {
    const requestId = String(++this.#last);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#fail(requestId, new Error(`no answer to ${type}`)),
        ANSWER_WITHIN_MS,
      );
      this.#waiting.set(requestId, {
        resolve: (message) => {
          clearTimeout(timer);
          resolve(message);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      if (!send(requestId)) {
        this.#fail(requestId, new Error("not connected"));
      }
    });
  }

  /**
   * @param {Message} message
   * @returns {boolean} whether it was an answer that somebody waits for
   */
  settle({ requestId = "", ...message }) {
    const request = this.#waiting.get(requestId);
    if (!request) {
      return false;
    }
    if (message.type === "error") {
      this.#fail(requestId, new RequestRefused(message.code, message.message));
    } else {
      this.#waiting.delete(requestId);
      request.resolve(/** @type {Message} */ (message));
    }
    return true;
  }

  /** @param {string} why */
  failAll(why) {
    for (const requestId of [...this.#waiting.keys()]) {
      this.#fail(requestId, new Error(why));
    }
  }

  /** @param {string} requestId @param {Error} error */
  #fail(requestId, error) {
    const request = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    request?.reject(error);
  }
}
