/** `<party-button>`: in the player bar on every page; grey without a party, amber and "Live" with one. */

import { showOnly } from "../lib/parts.js";
import { party } from "./host.js";

class PartyButton extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    party.addEventListener("change", () => this.#render(), {
      signal: this.#gone.signal,
    });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  #render() {
    const { isActive, isConnecting } = party.state;
    const state = !isActive ? "off" : isConnecting ? "reconnecting" : "live";
    this.dataset.state = state;
    showOnly(this, "data-party", state);
  }
}

customElements.define("party-button", PartyButton);
