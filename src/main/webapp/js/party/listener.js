/**
 * A listener's connection to a party.
 *
 * Events: `change`, whenever `state` has changed; `stream`, when there is a (new) `stream` to play.
 */

import { RequestRefused, RoomSocket } from "../lib/room-socket.js";
import { after, connecting, positionSec } from "./listener-state.js";
import { connectPeer } from "./peer.js";

const RETRY_CONSUMER_MS = 1_000;

export class PartyListener extends EventTarget {
  state = connecting();
  /** @type {MediaStream | null} */
  stream = null;
  /** @type {RTCPeerConnection | null} */
  #consumer = null;
  #bufferMs = 0;

  /** @param {string} sessionId */
  constructor(sessionId) {
    super();
    this.sessionId = sessionId;
    this.socket = new RoomSocket("/ws/party");
    this.socket.addEventListener("open", () => this.#join());
    this.socket.addEventListener("lost", () =>
      this.#change({ phase: "reconnecting" }),
    );
    this.socket.addEventListener("refused", () =>
      this.#change({ phase: "off" }),
    );
    this.socket.addEventListener("message", (event) =>
      this.#said(/** @type {CustomEvent} */ (event).detail),
    );
  }

  open() {
    this.socket.open();
  }

  close() {
    this.socket.close();
    this.#consumer?.close();
    this.#consumer = null;
  }

  /** Where the host is in the track now, seconds. */
  get positionSec() {
    return positionSec(this.state, performance.now());
  }

  async #join() {
    try {
      const joined = await this.socket.request("join", {
        sessionId: this.sessionId,
      });
      this.#bufferMs = joined.bufferMs;
      this.#change(after(this.state, joined, performance.now()));
      await this.#consume(joined.iceServers);
    } catch (error) {
      this.#joinFailed(error);
    }
  }

  /** @param {unknown} error */
  #joinFailed(error) {
    if (!(error instanceof RequestRefused)) {
      console.warn("[party-listener] Not joined", error);
      return;
    }
    const phases =
      /** @type {Record<string, import("./listener-state.js").Phase>} */ ({
        over: "ended",
        full: "full",
      });
    this.#change({ phase: phases[error.code] ?? "unknown" });
    this.close();
  }

  /** @param {RTCIceServer[]} iceServers */
  async #consume(iceServers) {
    this.#consumer?.close();
    this.#consumer = null;
    try {
      const { transportId } = await this.socket.request(
        "createConsumerTransport",
      );
      let consumerId = "";
      this.#consumer = await connectPeer({
        iceServers,
        prepare: (pc) => this.#prepare(pc),
        exchange: async (sdp) => {
          const consumed = await this.socket.request("consume", {
            transportId,
            sdp,
          });
          consumerId = consumed.consumerId;
          return consumed.sdp;
        },
        broken: () => this.socket.isOpen && this.#consume(iceServers),
      });
      await this.socket.request("resumeConsumer", { consumerId });
      console.info("[party-listener] Consumer created");
    } catch (error) {
      if (this.socket.isOpen) {
        console.warn("[party-listener] Consumer failed", error);
        setTimeout(
          () => this.socket.isOpen && this.#consume(iceServers),
          RETRY_CONSUMER_MS,
        );
      }
    }
  }

  /** @param {RTCPeerConnection} pc */
  #prepare(pc) {
    const { receiver } = pc.addTransceiver("audio", { direction: "recvonly" });
    if ("jitterBufferTarget" in receiver) {
      receiver.jitterBufferTarget = this.#bufferMs;
    }
    this.stream = new MediaStream([receiver.track]);
    this.dispatchEvent(new Event("stream"));
  }

  /** @param {import("../lib/room-socket.js").Message} message */
  #said(message) {
    this.#change(after(this.state, message, performance.now()));
    if (this.state.phase === "ended") {
      this.close();
    }
  }

  /** @param {Partial<import("./listener-state.js").ListenerState>} news */
  #change(news) {
    this.state = { ...this.state, ...news };
    this.dispatchEvent(new Event("change"));
  }
}
