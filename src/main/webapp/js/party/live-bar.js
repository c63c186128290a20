/**
 * `<live-bar>`: at the foot of every page while this tab listens to a party. On a server that relays parties, whoever opens
 * a page listens to the newest one that is public.
 */

import { ask } from "../lib/api.js";
import { fill, showOnly } from "../lib/parts.js";
import { shownPhase } from "./listener-state.js";
import { listening } from "./listening.js";

const LOOK_EVERY_MS = 20_000;
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
      const timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
      signal.addEventListener("abort", () => clearInterval(timer));
      this.#look();
    }
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** Joins by itself, unless somebody has left it or plays something else. */
  async #look() {
    if (!listening.isOver || listening.isLocked || listening.hostsHere) {
      return;
    }
    const response = await ask("GET", "/api/party/status");
    const told = response?.ok && (await response.json().catch(() => null));
    const newest = told?.sessions?.[0]?.sessionId;
    const isElsewhere = document.querySelector("party-listener");
    if (newest && !isElsewhere && sessionStorage.getItem(LEFT_KEY) !== newest) {
      listening.join(newest);
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
