/**
 * `<live-bar>`: at the foot of every page while this tab listens to a party. On a server that relays parties, whoever opens
 * a page listens to the newest one that is public; a tab that was taken from a party by a reload listens to that one.
 */

import { focusPage } from "../lib/focus.js";
import { fill, showOnly } from "../lib/parts.js";
import { RoomSocket } from "../lib/room-socket.js";
import { listenedTo } from "./listened-to.js";
import "./live-choices.js";
import { listening } from "./listening.js";
import { showVolume } from "./shown-volume.js";

const LEFT_KEY = "tutti.listener.left";
/** Before another party begins by itself. */
const READ_WITHIN_MS = 10_000;
/** What the bar has no words for, or its reader no use: a party's page says it. */
const UNSAID = ["none", "off"];

class LiveBar extends HTMLElement {
  #gone = new AbortController();
  /** Its end is news. @type {import("./listener.js").PartyListener | null} */
  #heard = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #reading;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    listening.addEventListener("change", () => this.#render(), { signal });
    document.addEventListener("turbo:load", () => this.#render(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("input", (event) => this.#slid(event), { signal });
    this.#goOn();
    if (this.dataset.relay) {
      this.#watch(signal);
    }
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** With what this tab listened to before it was loaded anew. A party's page knows which one it wants. */
  #goOn() {
    const sessionId = listenedTo(sessionStorage);
    const hasItsPage = document.querySelector("party-listener");
    if (sessionId && !listening.listener && !hasItsPage) {
      listening.join(sessionId);
    }
  }

  /** Waits for a party as long as none is listened to. @param {AbortSignal} signal */
  #watch(signal) {
    const socket = new RoomSocket("/ws/party");
    let isOpen = false;
    socket.addEventListener("open", () => socket.send("watch"));
    socket.addEventListener("message", (event) =>
      this.#live(/** @type {CustomEvent} */ (event).detail),
    );
    const look = () => {
      const isNews = this.#isNews(look);
      const waits = listening.isOver && !listening.isLocked && !isNews;
      if (waits !== isOpen) {
        isOpen = waits;
        isOpen ? socket.open() : socket.close();
      }
    };
    listening.addEventListener("change", look, { signal });
    document.addEventListener(
      "turbo:load",
      () => {
        this.#haveRead();
        look();
      },
      { signal },
    );
    signal.addEventListener("abort", () => socket.close());
    look();
  }

  /** Who heard a party is told of its end before the next one begins. @param {() => void} then */
  #isNews(then) {
    const { listener, isOver } = listening;
    if (!isOver) {
      this.#haveRead();
      this.#heard = listener?.state.phase === "connecting" ? null : listener;
      return false;
    }
    const isNews = listener !== null && listener === this.#heard;
    if (isNews && !this.#reading) {
      this.#reading = setTimeout(() => {
        this.#haveRead();
        then();
      }, READ_WITHIN_MS);
    }
    return isNews;
  }

  #haveRead() {
    clearTimeout(this.#reading);
    this.#reading = undefined;
    if (listening.isOver) {
      this.#heard = null;
    }
  }

  /** Joins by itself, unless somebody has left it or hosts here. @param {import("../lib/requests.js").Message} message */
  #live({ type, sessionId }) {
    const hasItsPage = document.querySelector("party-listener");
    const isWanted = sessionStorage.getItem(LEFT_KEY) !== sessionId;
    if (
      type === "partyLive" &&
      isWanted &&
      !hasItsPage &&
      !listening.hostsHere
    ) {
      listening.join(sessionId);
    }
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    switch (button?.dataset.action) {
      case "listen":
      case "play":
        listening.resume();
        break;
      case "pause":
        listening.pause();
        break;
      case "leave":
        sessionStorage.setItem(LEFT_KEY, listening.sessionId);
        this.#close();
        break;
      case "dismiss":
        this.#close();
        break;
      case "mute":
        listening.toggleMute();
        break;
    }
  }

  /** @param {Event} event */
  #slid(event) {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (slider.dataset.slider === "volume") {
      listening.setVolume(Number(slider.value));
    }
  }

  /** The bar goes away with the button. */
  #close() {
    listening.leave();
    focusPage();
  }

  #render() {
    const { listener, isOver, sound, shownPhase } = listening;
    const onItsPage = location.pathname === `/party/${listening.sessionId}`;
    this.hidden = onItsPage || UNSAID.includes(shownPhase);
    if (!listener) {
      return;
    }
    const { name, track } = listener.state;
    this.dataset.state = shownPhase;
    showOnly(this, "data-phase", shownPhase);
    showOnly(this, "data-over", isOver ? "yes" : "no");
    showOnly(this, "data-sound", sound);
    const what = track?.title || name || this.getAttribute("aria-label") || "";
    fill(this, {
      title: isOver ? name : what,
      artist: track?.artist ?? "",
    });
    showVolume(this);
    this.querySelector("a")?.setAttribute(
      "href",
      `/party/${listening.sessionId}`,
    );
  }
}

customElements.define("live-bar", LiveBar);
