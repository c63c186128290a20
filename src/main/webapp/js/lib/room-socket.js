/**
 * A room's WebSocket: answers find their requests, and a lost connection comes back by itself.
 *
 * Events: `open` (each time the connection stands), `lost` (each time it breaks), `message` (`detail`: what the
 * server said without being asked), `refused` (the server ended it and means it).
 */

const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 8_000;
const PROBE_EVERY_MS = 20_000;
const ANSWER_WITHIN_MS = 10_000;
/** RFC 6455 §7.4.1: a policy was violated. Trying again would be refused again. */
const POLICY_VIOLATION = 1008;

/** @typedef {{ type: string, requestId?: string } & Record<string, any>} Message */

/** A request that the server understood and refused; `code` is for programs. */
export class RequestRefused extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export class RoomSocket extends EventTarget {
  /** @param {string} path */
  constructor(path) {
    super();
    const address = new URL(path, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    this.address = address;
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {Map<string, { resolve: (message: Message) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
    this.lastRequest = 0;
    this.retryMs = FIRST_RETRY_MS;
    this.closed = false;
    this.retryNow = () => this.#retry(0);
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  open() {
    this.closed = false;
    window.addEventListener("online", this.retryNow);
    this.#connect();
  }

  close() {
    this.closed = true;
    window.removeEventListener("online", this.retryNow);
    clearTimeout(this.retryTimer);
    this.socket?.close();
    this.#giveUp();
  }

  /**
   * @param {string} type
   * @param {Record<string, unknown>} [fields]
   * @returns {Promise<Message>}
   */
  request(type, fields = {}) {
    const requestId = String(++this.lastRequest);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => settle.reject(new Error(`no answer to ${type}`)),
        ANSWER_WITHIN_MS,
      );
      const settle = {
        /** @param {Message} message */
        resolve: (message) => {
          clearTimeout(timer);
          resolve(message);
        },
        /** @param {Error} error */
        reject: (error) => {
          clearTimeout(timer);
          this.waiting.delete(requestId);
          reject(error);
        },
      };
      this.waiting.set(requestId, settle);
      if (!this.send(type, { ...fields, requestId })) {
        settle.reject(new Error("not connected"));
      }
    });
  }

  /**
   * @param {string} type
   * @param {Record<string, unknown>} [fields]
   * @returns {boolean} whether it went out
   */
  send(type, fields = {}) {
    if (!this.isOpen) {
      return false;
    }
    this.socket?.send(JSON.stringify({ type, ...fields }));
    return true;
  }

  #connect() {
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.onopen = () => {
      this.retryMs = FIRST_RETRY_MS;
      this.probeTimer = setInterval(
        () => this.send("clockProbe", { t0: Date.now() }),
        PROBE_EVERY_MS,
      );
      this.dispatchEvent(new Event("open"));
    };
    socket.onmessage = ({ data }) => this.#received(JSON.parse(data));
    socket.onclose = ({ code, reason }) => this.#lost(socket, code, reason);
  }

  /** @param {Message} message */
  #received(message) {
    const request = message.requestId && this.waiting.get(message.requestId);
    if (!request) {
      this.dispatchEvent(new CustomEvent("message", { detail: message }));
      return;
    }
    this.waiting.delete(message.requestId ?? "");
    if (message.type === "error") {
      request.reject(new RequestRefused(message.code, message.message));
    } else {
      request.resolve(message);
    }
  }

  /** @param {WebSocket} socket @param {number} code @param {string} reason */
  #lost(socket, code, reason) {
    clearInterval(this.probeTimer);
    if (socket !== this.socket) {
      return;
    }
    this.#giveUp();
    if (this.closed) {
      return;
    }
    if (code === POLICY_VIOLATION) {
      this.close();
      this.dispatchEvent(new CustomEvent("refused", { detail: reason }));
      return;
    }
    this.dispatchEvent(new Event("lost"));
    // Not all at the same moment: after a restart a thousand listeners come back.
    this.#retry(this.retryMs * (0.5 + Math.random()));
    this.retryMs = Math.min(this.retryMs * 2, LONGEST_RETRY_MS);
  }

  #giveUp() {
    for (const request of [...this.waiting.values()]) {
      request.reject(new Error("connection lost"));
    }
    this.waiting.clear();
  }

  /** @param {number} afterMs */
  #retry(afterMs) {
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => {
      if (!this.closed && this.socket?.readyState === WebSocket.CLOSED) {
        this.#connect();
      }
    }, afterMs);
  }
}
