/** `<heart-button>`: around a form that makes something a favourite. With scripts the page stays as it is. */

import { ask } from "../lib/api.js";

class HeartButton extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("submit", (event) => this.#toggle(event), { signal });
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {Event} event */
  async #toggle(event) {
    event.preventDefault();
    event.stopPropagation();
    const wanted = !this.#isOn;
    this.#isOn = wanted;
    this.#button?.setAttribute("aria-busy", "true");
    const method = wanted ? "PUT" : "DELETE";
    const kept = await ask(method, this.dataset.url ?? "", undefined, {
      keepalive: true,
    });
    this.#button?.removeAttribute("aria-busy");
    if (!kept?.ok) {
      this.#isOn = !wanted;
    }
  }

  get #isOn() {
    return this.#button?.getAttribute("aria-pressed") === "true";
  }

  set #isOn(on) {
    this.#button?.setAttribute("aria-pressed", String(on));
    const field = this.querySelector("input[name=on]");
    field?.setAttribute("value", String(!on));
    /** @type {HTMLElement | null} */ (
      this.closest("[data-favourite]")
    )?.setAttribute("data-favourite", String(on));
  }

  get #button() {
    return this.querySelector("button");
  }
}

customElements.define("heart-button", HeartButton);
