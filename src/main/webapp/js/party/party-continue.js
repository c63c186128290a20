/**
 * `<party-continue>`: the one button after a reload, when the browser wants a tap before there is sound again; and in a
 * duplicated tab, which takes a party over only when told to.
 */

import { party } from "./host.js";

class PartyContinue extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    party.addEventListener("change", () => this.#render(), { signal });
    this.addEventListener("click", () => party.continueParty(), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  #render() {
    this.hidden = !party.isCopy && !(party.state.isActive && party.needsTap);
  }
}

customElements.define("party-continue", PartyContinue);
