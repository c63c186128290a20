/** `<party-together>`: what people say and show at a party, on the host's page and on the listeners'. */

import { fill, showOnly } from "../lib/parts.js";

/** @typedef {import("./together.js").Together} Together */

const SHOW_REACTION_MS = 4_000;

class PartyTogether extends HTMLElement {
  /** @type {Together | null} */
  #together = null;
  #gone = new AbortController();
  /** @type {Map<number, HTMLElement>} */
  #rows = new Map();

  /** @param {Together | null} together whose it shows, from here on */
  show(together) {
    this.#gone.abort();
    this.#gone = new AbortController();
    this.#together = together;
    this.#rows.clear();
    this.#list.replaceChildren();
    if (together) {
      const { signal } = this.#gone;
      together.addEventListener("change", () => this.#render(), { signal });
      together.addEventListener(
        "reaction",
        (event) => this.#reacted(/** @type {CustomEvent} */ (event).detail),
        { signal },
      );
      this.addEventListener("submit", (event) => this.#said(event), { signal });
      this.addEventListener("click", (event) => this.#clicked(event), {
        signal,
      });
      this.#render();
    }
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {SubmitEvent} event */
  #said(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.matches("[data-say]")) {
      event.preventDefault();
      const field = /** @type {HTMLInputElement} */ (form.elements[0]);
      // What did not go out stays to be sent again.
      if (field.value.trim() && this.#together?.say(field.value)) {
        field.value = "";
      }
    }
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (button?.dataset.reaction) {
      this.#together?.react(button.dataset.reaction);
    }
  }

  #render() {
    if (!this.#together) {
      return;
    }
    const { said, allowed, problem } = this.#together;
    this.#giveBack();
    showOnly(this, "data-chat", allowed.chat ? "on" : "off");
    showOnly(this, "data-refused", problem);
    showOnly(this, "data-said", said.length > 0 ? "some" : "none");
    const log = this.#log;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    for (const one of said) {
      if (!this.#rows.has(one.number)) {
        const row = this.#row(one);
        this.#rows.set(one.number, row);
        this.#list.append(row);
      }
    }
    if (atEnd) {
      log.scrollTop = log.scrollHeight;
    }
  }

  /** Nobody types again what was not taken, unless they have begun to. */
  #giveBack() {
    const field = this.querySelector("form[data-say] input");
    if (this.#together?.unsaid && field instanceof HTMLInputElement) {
      field.value ||= this.#together.unsaid;
      this.#together.unsaid = "";
    }
  }

  /** @param {import("./together.js").Said} said */
  #row({ name, host, text, at }) {
    const row = this.#copy("said");
    showOnly(row, "data-by", host ? "host" : name ? "name" : "nobody");
    fill(row, { by: name, words: text });
    const time = /** @type {HTMLTimeElement} */ (row.querySelector("time"));
    const date = new Date(at);
    time.dateTime = date.toISOString();
    time.textContent = date.toLocaleTimeString(
      document.documentElement.lang || undefined,
      { hour: "2-digit", minute: "2-digit" },
    );
    return row;
  }

  /** @param {{ kind: string, count: number }} reaction */
  #reacted({ kind, count }) {
    const button = this.querySelector(`button[data-reaction="${kind}"]`);
    if (button) {
      const shown = document.createElement("span");
      shown.className = "reacted";
      shown.append(
        /** @type {Node} */ (button.querySelector("svg")?.cloneNode(true)),
      );
      shown.append(count > 1 ? String(count) : "");
      this.querySelector("[data-reacted]")?.append(shown);
      setTimeout(() => shown.remove(), SHOW_REACTION_MS);
    }
  }

  /** @param {string} name */
  #copy(name) {
    const template = /** @type {HTMLTemplateElement} */ (
      this.querySelector(`template[data-template=${name}]`)
    );
    const copy = /** @type {DocumentFragment} */ (
      template.content.cloneNode(true)
    );
    return /** @type {HTMLElement} */ (copy.firstElementChild);
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-log] ol"));
  }

  get #log() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-log]"));
  }
}

customElements.define("party-together", PartyTogether);
