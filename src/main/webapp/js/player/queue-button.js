/** `<queue-button>`: around a button that puts all tracks of its list at the end of the queue. */

import { addToQueue } from "./track-actions.js";
import { tracksIn } from "./tracks-on-page.js";

class QueueButton extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("click", () => this.#add(), { signal });
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  #add() {
    const list = this.closest("[data-queue]");
    list && addToQueue(tracksIn(list));
  }
}

customElements.define("queue-button", QueueButton);
