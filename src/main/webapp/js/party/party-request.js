/** `<party-request>`: on a listener's page, asks the host for a track of the catalogue. */

import { ask } from "../lib/api.js";
import { fill, showOnly } from "../lib/parts.js";

/** @typedef {import("./together.js").Together} Together */

const LOOK_AFTER_MS = 150;

class PartyRequest extends HTMLElement {
  /** @type {Together | null} */
  #together = null;
  #gone = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  #turn = 0;

  /** @param {Together} together whose it shows, from here on */
  show(together) {
    this.#gone.abort();
    this.#gone = new AbortController();
    this.#together = together;
    const { signal } = this.#gone;
    together.addEventListener("change", () => this.#render(), { signal });
    together.addEventListener(
      "answered",
      (event) => this.#answered(/** @type {CustomEvent} */ (event).detail),
      { signal },
    );
    this.addEventListener("input", () => this.#typed(), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), {
      signal,
    });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
    clearTimeout(this.#typing);
  }

  #render() {
    this.hidden = !this.#together?.allowed.requests;
    showOnly(this, "data-refused", this.#together?.problem ?? "");
  }

  #typed() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#look(), LOOK_AFTER_MS);
  }

  async #look() {
    const turn = ++this.#turn;
    const words = this.#field.value.trim();
    const response = words
      ? await ask("GET", `/api/tracks?q=${encodeURIComponent(words)}`)
      : null;
    const found = response?.ok ? await response.json().catch(() => null) : null;
    // An answer that comes late must not take the place of a newer one.
    if (turn === this.#turn && !this.#gone.signal.aborted) {
      this.#found(found?.tracks ?? [], words);
    }
  }

  /** @param {{ id: number, title: string, artist: string }[]} tracks @param {string} words */
  #found(tracks, words) {
    showOnly(
      this,
      "data-found",
      words && tracks.length === 0 ? "none" : "some",
    );
    const list = /** @type {HTMLElement} */ (this.querySelector("ol"));
    list.replaceChildren(...tracks.map((track) => this.#row(track)));
  }

  /** @param {{ id: number, title: string, artist: string }} track */
  #row({ id, title, artist }) {
    const template = /** @type {HTMLTemplateElement} */ (
      this.querySelector("template")
    );
    const copy = /** @type {DocumentFragment} */ (
      template.content.cloneNode(true)
    );
    const row = /** @type {HTMLElement} */ (copy.firstElementChild);
    row.dataset.wish = String(id);
    fill(row, { wishTitle: title, wishArtist: artist });
    return row;
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    const row = /** @type {HTMLElement | null} */ (
      button?.closest("[data-wish]") ?? null
    );
    if (row?.dataset.wish && this.#together?.wish(row.dataset.wish)) {
      this.#field.value = "";
      this.#found([], "");
      this.#tell(
        "asked",
        row.querySelector("[data-field=wishTitle]")?.textContent,
      );
    }
  }

  /** @param {{ title: string, accepted: boolean }} answer */
  #answered({ title, accepted }) {
    this.#tell(accepted ? "accepted" : "declined", title);
  }

  /** @param {string} what @param {string | null | undefined} title */
  #tell(what, title) {
    showOnly(this, "data-told", what);
    fill(this, { wish: title ?? "" });
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }
}

customElements.define("party-request", PartyRequest);
