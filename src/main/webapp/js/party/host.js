/**
 * The host's party. Lives as long as the document does, so that pages come and go around it.
 *
 * Event: `change`, whenever `party.state`, `party.needsTap` or `party.isCopy` has changed.
 */

import { journal } from "../lib/journal.js";
import { RequestRefused } from "../lib/requests.js";
import { player } from "../player/player.js";
import { sound } from "../player/sound.js";
import { Announcer } from "./announcer.js";
import { Bitrate } from "./bitrate.js";
import { endParty, endWhatWasEnding } from "./ending.js";
import { glance } from "./glance.js";
import { HostNotices } from "./host-notices.js";
import { Producer } from "./producer.js";
import { admission, hostSocket, publicServer } from "./relay-server.js";
import { SentCovers } from "./sent-covers.js";
import { load, noSession, save, shown } from "./session-state.js";
import {
  answerWhere,
  isElsewhere,
  isThisTabs,
  markWhenLeft,
} from "./tab-mark.js";
import { Together } from "./together.js";

const BITRATE_KEY = "tutti.party.kbps";
const USUAL_KBPS = 128;

class HostedParty extends EventTarget {
  /** Sound was on before a reload, and the browser wants a tap before it is on again. */
  needsTap = false;
  /** A duplicated tab remembers the other's party. It takes it over when it is told to, not by itself. */
  isCopy = false;
  state = load(sessionStorage);
  /** What is said and asked for at it. A new one for each party. */
  together = this.#newTogether();
  bitrate = new Bitrate(
    Number(localStorage.getItem(BITRATE_KEY)) || USUAL_KBPS,
  );
  /** @type {Record<string, unknown>} */
  #wanted = {};
  /** @type {import("../lib/room-socket.js").RoomSocket | null} */
  #socket = null;
  /** Of this socket. */
  #gone = new AbortController();
  /** @type {Announcer | null} */
  #announcer = null;
  /** @type {Producer | null} */
  #producer = null;
  #notices = new HostNotices();

  constructor() {
    super();
    player.addEventListener("play", () => this.#played());
    player.addEventListener("pause", () => this.#paused());
    addEventListener("online", () => this.#producer?.hurry());
    endWhatWasEnding();
    this.#remember();
    markWhenLeft(sessionStorage, () => this.state.isActive);
    answerWhere(() => (this.state.isActive ? this.state.sessionId : ""));
    this.#show();
  }

  /** @param {{ name: string, listed: boolean, password?: string }} wanted listed: on the server's first page */
  start(wanted) {
    this.#wanted = wanted;
    this.isCopy = false;
    this.together = this.#newTogether();
    this.#change({ ...noSession(), isConnecting: true });
    this.#connect();
  }

  end() {
    const { sessionId, secret } = this.state;
    const socket = this.#socket;
    this.#socket = null;
    this.#over();
    endParty({ sessionId, secret }, socket);
  }

  /** The tap after a reload: the same track, from where it was. */
  async continueParty() {
    if (this.isCopy) {
      this.#takeUp();
    }
    const plays = this.needsTap;
    this.needsTap = false;
    this.#change({});
    if (plays) {
      sound.capture();
      await player.resume();
      this.ensureProducer();
    }
  }

  /** For who has not chosen any. @param {number} kbps */
  usualBitrate(kbps) {
    if (kbps && !localStorage.getItem(BITRATE_KEY)) {
      this.bitrate.choose(kbps);
    }
  }

  /** Of the sound on its way to the relay, for this and later parties. @param {number} kbps */
  chooseBitrate(kbps) {
    localStorage.setItem(BITRATE_KEY, String(kbps));
    this.bitrate.choose(kbps);
  }

  /** Makes the way for the sound when there is music, a session, and none yet. */
  ensureProducer() {
    if (this.state.isActive && this.#socket?.isOpen && player.playing) {
      this.#producer?.ensure();
    }
  }

  #remember() {
    if (!this.state.isActive) {
      return;
    }
    if (isThisTabs(sessionStorage)) {
      this.#takeUp();
    } else {
      this.#ask(this.state.sessionId);
    }
  }

  /** A copied tab, or one that crashed. @param {string} sessionId */
  async #ask(sessionId) {
    this.isCopy = true;
    this.state = { ...noSession(), isConnecting: true };
    const elsewhere = await isElsewhere(sessionId);
    if (!this.isCopy) {
      return;
    }
    if (elsewhere) {
      this.state = { ...noSession(), error: "copy" };
      this.#show();
    } else {
      this.#takeUp();
    }
  }

  #takeUp() {
    this.isCopy = false;
    this.state = load(sessionStorage);
    this.needsTap = this.state.isPlaying;
    this.#reconnect();
  }

  #reconnect() {
    journal.note(
      "[party-host] Session active but disconnected, reconnecting...",
    );
    this.#change({ isConnecting: true, error: "" });
    this.#connect();
  }

  #connect() {
    this.#leave();
    const socket = hostSocket();
    const { signal } = this.#gone;
    this.#socket = socket;
    this.#announcer = new Announcer(
      socket,
      signal,
      new SentCovers(() => this.state),
    );
    socket.addEventListener("open", () => this.#opened(socket), { signal });
    socket.addEventListener("lost", () => this.#lost(), { signal });
    socket.addEventListener("refused", () => this.#sentAway(), { signal });
    socket.addEventListener("signedOut", () => this.#over("signedOut"), {
      signal,
    });
    socket.addEventListener(
      "message",
      (event) => this.#said(/** @type {CustomEvent} */ (event).detail),
      { signal },
    );
    socket.open();
  }

  /** @param {import("../lib/room-socket.js").RoomSocket} socket */
  async #opened(socket) {
    const { isActive, sessionId, secret } = this.state;
    const { signal } = this.#gone;
    try {
      const created = await socket.request("createSession", {
        ...(isActive
          ? { resume: { sessionId, secret, waits: this.needsTap } }
          : this.#wanted),
        ...(await admission()),
      });
      if (!signal.aborted) {
        this.#created(socket, created);
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const refused = error instanceof RequestRefused;
      console.warn(
        "[party-host] Session not created",
        refused ? error.code : error,
      );
      // A party that is on waits; who would begin one is told.
      if (refused && !(error.isPassing && isActive)) {
        this.#over(error.code);
      } else {
        socket.reconnect(refused);
      }
    }
  }

  /** @param {import("../lib/room-socket.js").RoomSocket} socket @param {import("../lib/room-socket.js").Message} created */
  #created(socket, created) {
    const resumed = this.state.isActive;
    this.#change({
      isActive: true,
      isPlaying: player.playing || this.needsTap,
      isConnecting: false,
      sessionId: created.sessionId,
      secret: created.secret,
      // Those who relay may not tell yet.
      name: created.name ?? "",
      listed: Boolean(created.listed),
      locked: Boolean(created.locked),
      inviteUrl: created.inviteUrl,
      inviteQr: created.inviteQr,
      listenerCount: created.listenerCount,
      error: "",
    });
    this.#notices.follow(this.together, !resumed);
    this.together.begin(
      /** @type {{ chat: boolean, requests: boolean }} */ (
        /** @type {unknown} */ (created)
      ),
    );
    this.#announcer?.connected();
    // The one before has ended with its connection.
    this.#producer?.close();
    this.#producer = this.#producerFor(socket, created.iceServers);
    if (resumed) {
      journal.note("[party-host] Session active on mount, ensuring producer");
    }
    this.ensureProducer();
  }

  /** @param {import("../lib/room-socket.js").RoomSocket} socket @param {RTCIceServer[]} iceServers */
  #producerFor(socket, iceServers) {
    const producer = new Producer(socket, iceServers, this.bitrate);
    producer.addEventListener("made", () => this.#change({ error: "" }));
    producer.addEventListener("failed", () => this.#change({ error: "sound" }));
    return producer;
  }

  /** A party that is on stays this tab's: it can be taken up again, by a tap or a reload. */
  #sentAway() {
    if (this.state.isActive) {
      this.#leave();
      this.#change({ isConnecting: true, error: "refused" });
    } else {
      this.#over("refused");
    }
  }

  /** After that. */
  comeAgain() {
    this.#reconnect();
  }

  #lost() {
    journal.note("[party-host] Connection lost");
    const begins = !this.state.isActive && publicServer() !== "";
    this.#change({
      isConnecting: true,
      ...(begins ? { error: "unreachable" } : {}),
    });
    if (this.#producer?.state !== "made") {
      this.#producer?.close();
    }
  }

  /** @param {import("../lib/room-socket.js").Message} message */
  #said(message) {
    switch (message.type) {
      case "listenerCount":
        this.#change({ listenerCount: message.count });
        break;
      case "frameLength":
        this.#producer?.renegotiate();
        break;
      case "producerClosed":
        this.#producer?.closedByRelay(message.transportId);
        break;
      case "sessionEnded":
        this.#over(message.reason === "ended" ? "" : message.reason);
        break;
      case "takenOver":
        this.#over("takenOver");
        break;
      default:
        this.together.heard(message);
    }
  }

  #newTogether() {
    return new Together((type, fields) =>
      Boolean(this.#socket?.send(type, fields)),
    );
  }

  #paused() {
    if (this.state.isActive) {
      this.#change({ isPlaying: false });
    }
  }

  #played() {
    if (this.state.isActive) {
      this.needsTap = false;
      this.#change({ isPlaying: true });
      this.ensureProducer();
    }
  }

  #over(error = "") {
    this.#leave();
    this.needsTap = false;
    this.#notices.forget();
    this.#change({ ...noSession(), error });
  }

  #leave() {
    this.#gone.abort();
    this.#gone = new AbortController();
    this.#producer?.close();
    this.#producer = null;
    this.#socket?.close();
    this.#socket = null;
  }

  /** @param {Partial<import("./session-state.js").SessionState>} news */
  #change(news) {
    this.state = { ...this.state, ...news };
    save(sessionStorage, this.state);
    this.#show();
  }

  #show() {
    const { isActive } = this.state;
    player.playForOthers(isActive);
    glance.show(shown(this.state), this.isCopy || (isActive && this.needsTap));
    this.dispatchEvent(new Event("change"));
  }
}

export const party = new HostedParty();
