/**
 * A room's WebSocket: answers find their requests, and a lost connection comes back by itself, also one that has died
 * without a word.
 *
 * Events: `open` (each time the connection stands), `lost` (each time it breaks), `message` (`detail`: what the
 * server said without being asked), `refused` (the server ended it and means it), `signedOut` (whose name it was in is
 * signed out).
 */

import { Requests } from "./requests.js";

const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 8_000;
const OPEN_WITHIN_MS = 10_000;
const PROBE_EVERY_MS = 20_000;
/** After a sleep or a change of networks nobody wants to wait for the next probe. */
const PROBE_ANSWERED_WITHIN_MS = 1_200;
/** The WebSocket standard's `readyState`. */
const OPEN = 1;
/** RFC 6455 §7.4.1: a policy was violated. Trying again would be refused again. */
const POLICY_VIOLATION = 1008;
/** Of our own, docs/protocol.md. */
const SIGNED_OUT = 4401;

/** @typedef {import("./requests.js").Message} Message */

export class RoomSocket extends EventTarget {
  /** @type {WebSocket | null} null between two connections */
  #socket = null;
  #requests = new Requests();
  #retryMs = FIRST_RETRY_MS;
  #closed = true;
  /** A probe went out and nothing has been heard since. */
  #unanswered = false;
  #gone = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retryTimer;
  /** Of this connection. @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #probeTimer;

  /**
   * @param {string} path
   * @param {{ connect?: (path: string) => WebSocket, whenBack?: (back: () => void, signal: AbortSignal) => void }} [surroundings]
   */
  constructor(path, { connect = webSocket, whenBack = whenPageIsBack } = {}) {
    super();
    this.connect = () => connect(path);
    this.whenBack = whenBack;
  }

  get isOpen() {
    return this.#socket?.readyState === OPEN;
  }

  open() {
    this.close();
    this.#closed = false;
    this.#gone = new AbortController();
    this.whenBack(() => this.#back(), this.#gone.signal);
    this.#connect();
  }

  close() {
    this.#closed = true;
    this.#gone.abort();
    clearTimeout(this.#retryTimer);
    this.#drop();
    this.#requests.failAll("connection closed");
  }

  /**
   * For who has waited in vain on a connection that seems to stand.
   *
   * @param {boolean} [later] the server wants no hurry
   */
  reconnect(later = false) {
    if (!this.#closed && this.#socket) {
      if (later) {
        this.#retryMs = LONGEST_RETRY_MS;
      }
      this.#lost();
    }
  }

  /**
   * @param {string} type
   * @param {Record<string, unknown>} [fields]
   * @returns {Promise<Message>}
   */
  request(type, fields = {}) {
    return this.#requests.ask(type, (requestId) =>
      this.send(type, { ...fields, requestId }),
    );
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
    this.#socket?.send(JSON.stringify({ type, ...fields }));
    return true;
  }

  #connect() {
    const socket = this.connect();
    this.#socket = socket;
    this.#unanswered = false;
    this.#patience = setTimeout(() => this.#lost(), OPEN_WITHIN_MS);
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#heard(JSON.parse(data));
    socket.onclose = ({ code, reason }) => this.#ended(code, reason);
  }

  #opened() {
    clearTimeout(this.#patience);
    this.#probeTimer = setInterval(() => this.#probe(), PROBE_EVERY_MS);
    this.dispatchEvent(new Event("open"));
  }

  /** @param {Message} message */
  #heard(message) {
    this.#unanswered = false;
    // Not when it opens: a server that takes connections and cannot answer must not be knocked at all the time.
    this.#retryMs = FIRST_RETRY_MS;
    if (!this.#requests.settle(message)) {
      this.dispatchEvent(new CustomEvent("message", { detail: message }));
    }
  }

  /**
   * Counts answers, not time: a hidden page's timers may come once a minute, and then a minute of silence means nothing.
   */
  #probe() {
    if (this.#unanswered) {
      this.#lost();
    } else {
      this.#unanswered = this.send("clockProbe", { t0: Date.now() });
    }
  }

  #back() {
    if (!this.#socket) {
      this.#retry(0);
    } else if (this.isOpen) {
      this.#unanswered = this.send("clockProbe", { t0: Date.now() });
      clearTimeout(this.#patience);
      this.#patience = setTimeout(
        () => this.#unanswered && this.#lost(),
        PROBE_ANSWERED_WITHIN_MS,
      );
    }
  }

  /** @param {number} code @param {string} reason */
  #ended(code, reason) {
    if (code === POLICY_VIOLATION) {
      this.close();
      this.dispatchEvent(new CustomEvent("refused", { detail: reason }));
    } else if (code === SIGNED_OUT) {
      this.close();
      this.dispatchEvent(new Event("signedOut"));
    } else {
      this.#lost();
    }
  }

  #lost() {
    this.#drop();
    this.#requests.failAll("connection lost");
    // Not all at the same moment: after a restart a thousand listeners come back.
    this.#retry(this.#retryMs * (0.5 + Math.random()));
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    this.dispatchEvent(new Event("lost"));
  }

  /** Half-open, a socket would take minutes to close: it is left alone with that. */
  #drop() {
    clearTimeout(this.#patience);
    clearInterval(this.#probeTimer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  /** @param {number} afterMs */
  #retry(afterMs) {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#connect(), afterMs);
  }
}

/** @param {string} path */
function webSocket(path) {
  const address = new URL(path, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  return new WebSocket(address);
}

/** @param {() => void} back @param {AbortSignal} signal */
function whenPageIsBack(back, signal) {
  window.addEventListener("online", back, { signal });
  document.addEventListener(
    "visibilitychange",
    () => document.hidden || back(),
    { signal },
  );
}
