/**
 * A listener's connection to a party.
 *
 * Events: `change`, whenever `state` has changed; `stream`, when there is a (new) `stream` to play.
 */

import { journal } from "../lib/journal.js";
import { RequestRefused } from "../lib/requests.js";
import { RoomSocket } from "../lib/room-socket.js";
import { showWhatIsOpenNow } from "../lib/fresh-masthead.js";
import { behindSec, browserNumbers } from "./browser-numbers.js";
import { show } from "./connections.js";
import { after, connecting, lost, positionSec } from "./listener-state.js";
import { connectPeer } from "./peer.js";
import { SoundWay } from "./sound-way.js";
import { Together } from "./together.js";

/** What the server says when it has none, docs/protocol.md. */
const PARTIES_ARE_OFF = "parties are off";
/** A text that the server does not take, in its codes. */
const UNTAKEN = ["empty", "tooLong"];

export class PartyListener extends EventTarget {
  state = connecting();
  /** @type {MediaStream | null} */
  stream = null;
  together = new Together((type, fields) => this.socket.send(type, fields));
  /** Shown to the host and in the chat. */
  name = "";
  /** Where the party asks for one. */
  password = "";
  #consumer = new SoundWay((signal) => this.#consume(signal));
  /** @type {RTCIceServer[]} */
  #iceServers = [];
  #bufferMs = 0;
  /** @type {RTCPeerConnection | null} */
  #pc = null;
  #hurry = () => this.#consumer.hurry();

  /** @param {string} sessionId */
  constructor(sessionId) {
    super();
    this.sessionId = sessionId;
    this.socket = new RoomSocket("/ws/party");
    this.socket.addEventListener("open", () => this.#join());
    this.socket.addEventListener("lost", () => this.#lost());
    this.socket.addEventListener("refused", (event) =>
      this.#sentAway(/** @type {CustomEvent} */ (event).detail),
    );
    this.socket.addEventListener("signedOut", () => this.#over("signedOut"));
    this.socket.addEventListener("message", (event) =>
      this.#said(/** @type {CustomEvent} */ (event).detail),
    );
    this.#consumer.addEventListener("made", () =>
      this.#change({ noSound: false }),
    );
    this.#consumer.addEventListener("failed", () =>
      this.#change({ noSound: true }),
    );
  }

  open() {
    addEventListener("online", this.#hurry);
    this.socket.open();
  }

  close() {
    removeEventListener("online", this.#hurry);
    this.socket.close();
    this.#consumer.close();
  }

  /** Where the host is in the track now, seconds. */
  get positionSec() {
    return positionSec(this.state, performance.now());
  }

  async #join() {
    try {
      const joined = await this.socket.request("join", {
        sessionId: this.sessionId,
        name: this.name,
        ...(this.password ? { password: this.password } : {}),
      });
      if (this.socket.isOpen) {
        this.#joined(joined);
      }
    } catch (error) {
      this.#joinFailed(error);
    }
  }

  /** @param {import("../lib/requests.js").Message} joined */
  #joined(joined) {
    this.#bufferMs = joined.bufferMs;
    this.#iceServers = joined.iceServers;
    this.together.begin(/** @type {any} */ (joined));
    // The link alone opened nothing but this page, or a server that was restarted has forgotten it.
    if (this.password || this.state.phase === "reconnecting") {
      this.#becomeGuest();
    }
    this.#change(after(this.state, joined, performance.now()));
    this.#consumer.open();
  }

  #becomeGuest() {
    fetch(`/api/party/${this.sessionId}/guest`, {
      method: "PUT",
      headers: { "Content-Type": "text/plain" },
      body: this.password,
    })
      .then(showWhatIsOpenNow)
      .catch((error) => console.warn("[party-listener] No guest", error));
  }

  /** @param {unknown} error */
  #joinFailed(error) {
    const refused = error instanceof RequestRefused;
    if (refused && !error.isPassing) {
      this.#refused(error.code);
    } else {
      console.warn("[party-listener] Not joined", error);
      this.socket.reconnect(refused);
    }
  }

  /** Whatever it was that the server does not take, this page can come again, and without it. @param {string} reason */
  #sentAway(reason) {
    this.#over(reason === PARTIES_ARE_OFF ? "off" : "refused");
  }

  /** @param {string} code */
  #refused(code) {
    if (UNTAKEN.includes(code) && this.name) {
      // A name that is not taken is no reason to stay outside.
      this.name = "";
      this.#join();
      return;
    }
    const phases =
      /** @type {Record<string, import("./listener-state.js").Phase>} */ ({
        over: "ended",
        full: "full",
        password: "password",
        wrongPassword: "wrongPassword",
        tooLong: "wrongPassword",
      });
    const phase = phases[code] ?? "unknown";
    this.#over(phase);
    if (["ended", "unknown"].includes(phase)) {
      this.#askWhatWasPlayed();
    }
  }

  /** Who comes late, or has slept through the end. */
  async #askWhatWasPlayed() {
    const answer = await fetch(`/api/party/${this.sessionId}/played`).catch(
      () => null,
    );
    if (answer?.ok) {
      const { played } = await answer.json();
      this.#change({ phase: "ended", played });
    }
  }

  /** What is heard may go on for a while: the relay does not know yet. */
  #lost() {
    journal.note("[party-listener] Connection lost");
    this.#change(lost(this.state, performance.now()));
    if (this.#consumer.state !== "made") {
      this.#consumer.close();
    }
  }

  /** @param {AbortSignal} signal */
  async #consume(signal) {
    const { transportId } = await this.socket.request(
      "createConsumerTransport",
    );
    let consumerId = "";
    await connectPeer({
      iceServers: this.#iceServers,
      prepare: (pc) => {
        show({ role: "listener", socket: this.socket, pc }, signal);
        this.#prepare(pc);
      },
      exchange: async (sdp) => {
        const consumed = await this.socket.request("consume", {
          transportId,
          sdp,
        });
        consumerId = consumed.consumerId;
        return consumed.sdp;
      },
      answered: async () => {
        await this.socket.request("resumeConsumer", { consumerId });
        journal.note("[party-listener] Consumer created");
      },
      broken: () => this.#consumer.broken(),
      signal,
    });
  }

  /** @param {RTCPeerConnection} pc */
  #prepare(pc) {
    this.#pc = pc;
    const { receiver } = pc.addTransceiver("audio", { direction: "recvonly" });
    if ("jitterBufferTarget" in receiver) {
      receiver.jitterBufferTarget = this.#bufferMs;
    }
    this.stream = new MediaStream([receiver.track]);
    this.dispatchEvent(new Event("stream"));
  }

  /** How far behind the host this is, as far as can be told from here, seconds. */
  async behindSec() {
    const report = await this.#pc?.getStats();
    return report && behindSec(browserNumbers(report.values(), ""));
  }

  /** Tries again with it. @param {string} password */
  enter(password) {
    this.password = password;
    this.#change({ phase: "connecting" });
    this.open();
  }

  /** @param {import("../lib/requests.js").Message} message */
  #said(message) {
    this.together.heard(message);
    this.#change(after(this.state, message, performance.now()));
    if (this.state.phase === "ended") {
      this.close();
    }
  }

  /** @param {import("./listener-state.js").Phase} phase */
  #over(phase) {
    this.close();
    this.#change({ phase });
  }

  /** @param {Partial<import("./listener-state.js").ListenerState>} news */
  #change(news) {
    if (news.phase && news.phase !== this.state.phase) {
      journal.note(`[party-listener] ${news.phase}`);
    }
    this.state = { ...this.state, ...news };
    this.dispatchEvent(new Event("change"));
  }
}
