/**
 * `<party-continue>`: the one button after a reload, when the browser wants a tap before there is sound again; and in a
 * duplicated tab, which takes a party over only when told to.
 */

import { glance, hostedParty } from "./glance.js";

class PartyContinue extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    glance.addEventListener("change", () => this.#render(), { signal });
    this.addEventListener("click", () => this.#continue(), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  #render() {
    this.hidden = !glance.wantsTap;
  }

  async #continue() {
    const party = await hostedParty();
    await party.continueParty();
  }
}

customElements.define("party-continue", PartyContinue);
