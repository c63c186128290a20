/**
 * `<live-bar>`: at the foot of every page while this tab listens to a party. On a server that relays parties, whoever opens
 * a page listens to the newest one that is public.
 */

import { fill, showOnly } from "../lib/parts.js";
import { RoomSocket } from "../lib/room-socket.js";
import { shownPhase } from "./listener-state.js";
import "./live-choices.js";
import { listening } from "./listening.js";

const LEFT_KEY = "tutti.listener.left";

class LiveBar extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    listening.addEventListener("change", () => this.#render(), { signal });
    document.addEventListener("turbo:load", () => this.#render(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    if (this.dataset.relay) {
      this.#watch(signal);
    }
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
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
      const waits = listening.isOver && !listening.isLocked;
      if (waits !== isOpen) {
        isOpen = waits;
        isOpen ? socket.open() : socket.close();
      }
    };
    listening.addEventListener("change", look, { signal });
    signal.addEventListener("abort", () => socket.close());
    look();
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
        listening.leave();
        break;
    }
  }

  #render() {
    const { listener, isOver } = listening;
    const onItsPage = location.pathname === `/party/${listening.sessionId}`;
    this.hidden = !listener || isOver || onItsPage;
    if (!listener || isOver) {
      return;
    }
    const { name, track } = listener.state;
    showOnly(this, "data-phase", shownPhase(listener.state));
    showOnly(
      this,
      "data-sound",
      listening.needsTap ? "tap" : listening.pausedHere ? "paused" : "on",
    );
    fill(this, {
      title: track?.title || name || this.getAttribute("aria-label") || "",
      artist: track?.artist ?? "",
    });
    this.querySelector("a")?.setAttribute(
      "href",
      `/party/${listening.sessionId}`,
    );
  }
}

customElements.define("live-bar", LiveBar);
