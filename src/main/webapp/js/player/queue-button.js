/**
 * `<queue-button>`: around a button that puts tracks into the queue: the track of the row that it is in, else all of its
 * list. With `data-where="next"` right after what plays, else at the end.
 */

import { showOnly } from "../lib/parts.js";
import { player } from "./player.js";
import { idOf, rowOf, tracksIn } from "./tracks-on-page.js";

const SHOW_ADDED_MS = 2_000;

class QueueButton extends HTMLElement {
  #gone = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #added;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("click", () => this.#add(), { signal });
  }

  disconnectedCallback() {
    this.#gone.abort();
    clearTimeout(this.#added);
  }

  #add() {
    const list = this.closest("[data-queue]");
    const id = idOf(rowOf(this));
    const all = list ? tracksIn(list) : [];
    const tracks = id ? all.filter((track) => track.id === id) : all;
    const isNext = this.dataset.where === "next";
    player.arrange((queue) =>
      isNext ? queue.playNext(tracks) : queue.add(tracks),
    );
    showOnly(this, "data-added", "true");
    clearTimeout(this.#added);
    this.#added = setTimeout(
      () => showOnly(this, "data-added", "false"),
      SHOW_ADDED_MS,
    );
  }
}

customElements.define("queue-button", QueueButton);
