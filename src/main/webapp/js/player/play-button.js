/**
 * `<play-button>`: around a button that plays. In the row of a track it plays that and what follows it, in a list with `data-queue` the list, and with `data-from` the release at that address.
 */

import { showOnly } from "../lib/parts.js";
import { player } from "./player.js";
import { idOf, rowOf, tracksAt, tracksIn } from "./tracks-on-page.js";

class PlayButton extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    for (const event of ["track", "play", "pause"]) {
      player.addEventListener(event, () => this.#render(), { signal });
    }
    document.addEventListener("turbo:render", () => this.#render(), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {Event} event */
  async #clicked(event) {
    event.preventDefault();
    if (this.#isCurrent) {
      player.toggle();
      return;
    }
    const list = this.closest("[data-queue]");
    const from = this.dataset.from;
    const tracks = from ? await tracksAt(from) : list ? tracksIn(list) : [];
    const wanted = idOf(this.#row);
    const index = tracks.findIndex((track) => track.id === wanted);
    player.play(tracks, index < 0 ? undefined : index);
  }

  #render() {
    const isCurrent = this.#isCurrent;
    const playing = isCurrent && player.playing;
    showOnly(this, "data-playing", String(playing));
    const row = this.#row;
    if (row && isCurrent) {
      row.setAttribute("aria-current", "true");
    } else {
      row?.removeAttribute("aria-current");
    }
    (row ?? this).toggleAttribute("data-sounding", playing);
  }

  get #isCurrent() {
    const { current } = player;
    const row = this.#row;
    if (!current) {
      return false;
    }
    return row
      ? idOf(row) === current.id
      : this.#releaseUrl === current.releaseUrl;
  }

  get #row() {
    return rowOf(this);
  }

  get #releaseUrl() {
    const list = /** @type {HTMLElement | null} */ (
      this.closest("[data-queue]")
    );
    return this.dataset.from ?? list?.dataset.releaseUrl;
  }
}

customElements.define("play-button", PlayButton);
