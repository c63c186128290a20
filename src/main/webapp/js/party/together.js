/**
 * What people at a party say, show and ask for, as one of them knows it. Without a page, so that it can be tested.
 *
 * Events: `change`; `reaction` (`detail`: `{ kind, count }`); `answered` (`detail`: `{ title, accepted }`).
 */

/**
 * @typedef {import("../lib/requests.js").Message} Message
 * @typedef {{ number: number, name: string, host: boolean, text: string, at: number }} Said
 * @typedef {{ trackId: string, title: string, artist: string, coverUrl?: string, times: number, names: string[] }} Wish
 */

/** As many as a page shows. */
const MOST_SAID = 200;

export class Together extends EventTarget {
  /** What the host lets listeners do. */
  allowed = { chat: true, requests: false };
  /** @type {Said[]} */
  said = [];
  /** Who listens and has said so; the host alone knows. @type {string[]} */
  names = [];
  /** What listeners have asked the host for. @type {Wish[]} */
  wishes = [];
  /** The code of what was refused last; empty when all is well. */
  problem = "";
  /** What was said last and was refused, to be sent again; taken by who shows it. */
  unsaid = "";
  #lastSaid = "";
  /** By this page's host. @type {{ chat: boolean, requests: boolean } | null} */
  #chosen = null;

  /** @param {(type: string, fields?: Record<string, unknown>) => boolean} send answers whether it went out */
  constructor(send) {
    super();
    this.send = send;
  }

  /** A connection stands; what there is to know is told again. @param {{ chat: boolean, requests: boolean }} allowed */
  begin({ chat, requests }) {
    this.allowed = { chat, requests };
    this.names = [];
    this.wishes = [];
    this.#changed();
    // A server that was restarted knows the party, and not this.
    const chosen = this.#chosen;
    if (chosen && (chosen.chat !== chat || chosen.requests !== requests)) {
      this.allow(chosen);
    }
  }

  /** @param {string} text @returns {boolean} whether it went out */
  say(text) {
    this.#lastSaid = text;
    return this.#tell("chat", { text });
  }

  /** @param {string} kind */
  react(kind) {
    this.#tell("reaction", { kind });
  }

  /** @param {string} trackId */
  wish(trackId) {
    return this.#tell("requestTrack", { trackId });
  }

  /** @param {string} name */
  introduce(name) {
    this.#tell("introduce", { name });
  }

  /** @param {{ chat: boolean, requests: boolean }} allowed */
  allow(allowed) {
    this.#chosen = allowed;
    this.#tell("allow", allowed);
  }

  /** @param {string} trackId @param {boolean} accepted */
  answer(trackId, accepted) {
    this.wishes = this.wishes.filter((wish) => wish.trackId !== trackId);
    this.#tell(accepted ? "acceptRequest" : "declineRequest", {
      requestedTrackId: trackId,
    });
  }

  /** @param {Message} message */
  heard(message) {
    switch (message.type) {
      case "chat":
        this.#hear(/** @type {any} */ (message));
        break;
      case "reaction":
        this.#event("reaction", message);
        return;
      case "listeners":
        this.names = message.names;
        break;
      case "allowed":
        this.allowed = { chat: message.chat, requests: message.requests };
        break;
      case "trackRequested":
        this.#wished(/** @type {any} */ (message));
        break;
      case "requestAnswered":
        this.#event("answered", message);
        return;
      case "error":
        this.problem = message.code;
        this.unsaid = this.#lastSaid;
        break;
      default:
        return;
    }
    this.#changed();
  }

  /** The same may come twice: to all, and to who has just come. @param {Said} said */
  #hear(said) {
    const others = this.said.filter(({ number }) => number !== said.number);
    this.said = [...others, said]
      .sort((one, other) => one.number - other.number)
      .slice(-MOST_SAID);
  }

  /** @param {Wish} wish */
  #wished(wish) {
    const known = this.wishes.some(({ trackId }) => trackId === wish.trackId);
    this.wishes = known
      ? this.wishes.map((one) => (one.trackId === wish.trackId ? wish : one))
      : [...this.wishes, wish];
  }

  /** @param {string} type @param {Record<string, unknown>} fields */
  #tell(type, fields) {
    if (type !== "chat") {
      this.#lastSaid = "";
    }
    const isOut = this.send(type, fields);
    this.problem = isOut ? "" : "offline";
    this.#changed();
    return isOut;
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** @param {string} type @param {Message} detail */
  #event(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
