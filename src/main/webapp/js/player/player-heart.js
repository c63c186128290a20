/** `<player-heart>`: around the button that makes the current track a favourite, and no favourite again. */

import { ask } from "../lib/api.js";
import { showOnly } from "../lib/parts.js";
import { player } from "./player.js";

/** What was pressed since the document began: newer than what the page said. @type {Map<string, boolean>} */
const pressed = new Map();
/** Bars and sheets have one each. */
const changes = new EventTarget();

class PlayerHeart extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("click", () => this.#toggle(), { signal });
    player.addEventListener("track", () => this.#render(), { signal });
    changes.addEventListener("change", () => this.#render(), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  async #toggle() {
    const track = player.current;
    if (track) {
      const wanted = !isFavourite(track);
      mark(track.id, wanted);
      const path = `/api/favourites/tracks/${track.id}`;
      const method = wanted ? "PUT" : "DELETE";
      const kept = await ask(method, path, undefined, { keepalive: true });
      if (!kept?.ok) {
        mark(track.id, !wanted);
      }
    }
  }

  #render() {
    const track = player.current;
    const isOn = track !== null && isFavourite(track);
    showOnly(this, "data-favourite", String(isOn));
    const button = this.querySelector("button");
    button?.setAttribute("aria-pressed", String(isOn));
    button?.toggleAttribute("disabled", !track);
  }
}

/** @param {import("./queue.js").Track} track */
function isFavourite({ id, favourite }) {
  return pressed.get(id) ?? favourite === true;
}

/** @param {string} id @param {boolean} isOn */
function mark(id, isOn) {
  pressed.set(id, isOn);
  changes.dispatchEvent(new Event("change"));
}

customElements.define("player-heart", PlayerHeart);
