/** `<party-button>`: in the player bar on every page; grey without a party, amber and "Live" with one. */

import { showOnly } from "../lib/parts.js";
import { glance } from "./glance.js";

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
  }
}

customElements.define("party-button", PartyButton);
