/**
 * The host's party. Lives as long as the document does, so that pages come and go around it.
 *
 * Event: `change`, whenever `party.state` or `party.needsTap` has changed.
 */

import { RequestRefused, RoomSocket } from "../lib/room-socket.js";
import { player } from "../player/player.js";
import { sound } from "../player/sound.js";
import { connectPeer } from "./peer.js";
import { described } from "./described.js";
import { load, noSession, save } from "./session-state.js";

const TELL_POSITION_EVERY_SEC = 5;
/** A jump by more than this is a seek, seconds. */
const SEEK_SEC = 1.5;
const RETRY_PRODUCER_MS = 1_000;

class HostedParty extends EventTarget {
  /** Sound was on before a reload, and the browser wants a tap before it is on again. */
  needsTap = false;
  state = load(sessionStorage);
  /** @type {RoomSocket | null} */
  #socket = null;
  /** @type {RTCPeerConnection | null} */
  #producer = null;
  #producing = false;
  /** @type {RTCIceServer[]} */
  #iceServers = [];
  #toldPosition = { at: 0, positionSec: 0 };

  constructor() {
    super();
    player.addEventListener("track", () => this.#tellTrack());
    player.addEventListener("play", () => this.#played());
    player.addEventListener("pause", () => this.#paused());
    player.addEventListener("position", () => this.#tellPosition());
    if (this.state.isActive) {
      console.info(
        "[party-host] Session active but disconnected, reconnecting...",
      );
      this.needsTap = this.state.isPlaying;
      this.#change({ isConnecting: true, error: "" });
      this.#connect();
    }
  }

  /** @param {string} name */
  start(name) {
    this.#startName = name;
    this.#change({ ...noSession(), isConnecting: true });
    this.#connect();
  }

  #startName = "";

  end() {
    this.#socket?.send("endSession");
    this.#over();
  }

  /** The tap after a reload: the same track, from where it was. */
  async continueParty() {
    this.needsTap = false;
    this.#change({});
    sound.capture();
    await player.resume();
    await this.ensureProducer();
  }

  /** Makes the way for the sound when there is music, a session, and none yet. */
  async ensureProducer() {
    if (
      !this.state.isActive ||
      !this.#socket?.isOpen ||
      !player.playing ||
      this.#producing
    ) {
      return;
    }
    if (
      this.#producer &&
      this.#producer.connectionState !== "failed" &&
      this.#producer.connectionState !== "closed"
    ) {
      console.info("[party-host] Producer already active");
      return;
    }
    this.#producing = true;
    try {
      this.#producer = await this.#createProducer(this.#socket);
      console.info("[party-host] Producer created successfully");
      this.#change({ error: "" });
    } catch (error) {
      this.#producer = null;
      console.warn("[party-host] Producer failed", error);
      this.#change({ error: "sound" });
      setTimeout(() => this.ensureProducer(), RETRY_PRODUCER_MS);
    } finally {
      this.#producing = false;
    }
  }

  /** @param {RoomSocket} socket */
  async #createProducer(socket) {
    console.info("[party-host] Creating new producer");
    const stream = sound.capture();
    // Not awaited: where a tap is missing it would never come back. The stream sounds when the context runs.
    sound.resumeContext();
    const { transportId } = await socket.request("createProducerTransport");
    return connectPeer({
      iceServers: this.#iceServers,
      prepare: (pc) =>
        stream.getAudioTracks().forEach((track) =>
          pc.addTransceiver(track, {
            direction: "sendonly",
            streams: [stream],
          }),
        ),
      exchange: async (sdp) =>
        (await socket.request("produce", { transportId, sdp })).sdp,
      broken: () => this.#producerBroken(),
    });
  }

  #producerBroken() {
    this.#producer?.close();
    this.#producer = null;
    this.ensureProducer();
  }

  #connect() {
    const socket = new RoomSocket("/ws/party");
    this.#socket = socket;
    socket.addEventListener("open", () => this.#opened(socket));
    socket.addEventListener("lost", () => this.#change({ isConnecting: true }));
    socket.addEventListener("refused", () => this.#over("refused"));
    socket.addEventListener("message", (event) =>
      this.#said(/** @type {CustomEvent} */ (event).detail),
    );
    socket.open();
  }

  /** @param {RoomSocket} socket */
  async #opened(socket) {
    const { isActive, sessionId, secret } = this.state;
    try {
      const created = await socket.request(
        "createSession",
        isActive
          ? { resume: { sessionId, secret } }
          : { name: this.#startName },
      );
      this.#iceServers = created.iceServers;
      this.#dropProducer();
      this.#change({
        isActive: true,
        isPlaying: player.playing || this.needsTap,
        isConnecting: false,
        sessionId: created.sessionId,
        secret: created.secret,
        inviteUrl: created.inviteUrl,
        listenerCount: created.listenerCount,
        error: "",
      });
      this.#tellTrack();
      if (isActive) {
        console.info("[party-host] Session active on mount, ensuring producer");
      }
      await this.ensureProducer();
    } catch (error) {
      if (error instanceof RequestRefused) {
        this.#over(error.code);
      } else {
        console.warn("[party-host] Session not created", error);
      }
    }
  }

  /** @param {import("../lib/room-socket.js").Message} message */
  #said(message) {
    switch (message.type) {
      case "listenerCount":
        this.#change({ listenerCount: message.count });
        break;
      case "producerClosed":
        this.#producerBroken();
        break;
      case "sessionEnded":
        this.#over(message.reason === "ended" ? "" : message.reason);
        break;
      case "takenOver":
        this.#over("takenOver");
        break;
    }
  }

  #paused() {
    this.#change({ isPlaying: false });
    this.#socket?.send("pause");
  }

  #played() {
    this.needsTap = false;
    this.#change({ isPlaying: true });
    this.#socket?.send("resume");
    this.#tellPosition(true);
    this.ensureProducer();
  }

  #tellTrack() {
    const track = player.current;
    if (!track) {
      return;
    }
    this.#socket?.send("nowPlaying", { track: described(track) });
    this.#socket?.send(player.playing ? "resume" : "pause");
    this.#tellPosition(true);
  }

  /** Now and then, and at once after a seek; listeners let it run on in between. */
  #tellPosition(now = false) {
    const at = performance.now() / 1000;
    const expected =
      this.#toldPosition.positionSec +
      (player.playing ? at - this.#toldPosition.at : 0);
    const seeked = Math.abs(player.positionSec - expected) > SEEK_SEC;
    if (now || seeked || at - this.#toldPosition.at > TELL_POSITION_EVERY_SEC) {
      this.#toldPosition = { at, positionSec: player.positionSec };
      this.#socket?.send("position", {
        positionSec: player.positionSec,
        durationSec: player.durationSec || 0,
      });
    }
  }

  #dropProducer() {
    this.#producer?.close();
    this.#producer = null;
  }

  #over(error = "") {
    this.#dropProducer();
    this.#socket?.close();
    this.#socket = null;
    this.needsTap = false;
    this.state = { ...noSession(), error };
    this.#change({});
  }

  /** @param {Partial<import("./session-state.js").SessionState>} news */
  #change(news) {
    this.state = { ...this.state, ...news };
    save(sessionStorage, this.state);
    this.dispatchEvent(new Event("change"));
  }
}

export const party = new HostedParty();
