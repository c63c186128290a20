/** `<party-button>`: in the player bar on every page; grey without a party, amber and "Live" with one. */

import { fill, showOnly } from "../lib/parts.js";
import { glance } from "./glance.js";

/** Two digits fit. */
const MOST_SHOWN = 99;

class PartyButton extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    glance.addEventListener("change", () => this.#render(), { signal });
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** A link that is announced as a button must be pressed like one. @param {KeyboardEvent} event */
  #key(event) {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (event.key === " " && link) {
      event.preventDefault();
      link.click();
    }
  }

  #render() {
    this.dataset.state = glance.state;
    showOnly(this, "data-party", glance.state);
    showOnly(this, "data-unseen", glance.unseen > 0 ? "some" : "none");
    fill(this, { unseen: Math.min(glance.unseen, MOST_SHOWN) });
  }
}

customElements.define("party-button", PartyButton);
