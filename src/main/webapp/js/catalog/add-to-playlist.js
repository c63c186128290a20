/** `<add-to-playlist>`: the dialog that asks which playlist a track is for. Any `[data-add]` of the page opens it. */

import { ask } from "../lib/api.js";
import { fill, showOnly } from "../lib/parts.js";

const FULL = 422;

class AddToPlaylist extends HTMLElement {
  #gone = new AbortController();
  #track = 0;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    document.addEventListener("click", (event) => this.#asked(event), {
      signal,
    });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.querySelector(".add-new")?.addEventListener(
      "submit",
      (event) => this.#make(event),
      { signal },
    );
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {MouseEvent} event */
  async #asked(event) {
    const target = /** @type {Element} */ (event.target);
    const opener = target.closest("[data-add]");
    if (opener instanceof HTMLElement) {
      this.#track = Number(opener.dataset.add);
      showOnly(this, "data-said", "");
      this.querySelector("dialog")?.showModal();
      await this.#list();
    }
  }

  async #list() {
    const response = await ask("GET", "/api/playlists");
    if (!response?.ok) {
      showOnly(this, "data-said", "failed");
      return;
    }
    /** @type {{ id: number, name: string, entries: number }[]} */
    const lists = await response.json();
    const choices = this.querySelector(".add-choices");
    const rows = lists.map((list) => this.#row(list));
    choices?.replaceChildren(...rows.filter((row) => row !== null));
    showOnly(this, "data-state", lists.length > 0 ? "some" : "none");
  }

  /** @param {{ id: number, name: string, entries: number }} list */
  #row({ id, name, entries }) {
    const template = this.querySelector("template");
    const row = template?.content.firstElementChild?.cloneNode(true) ?? null;
    if (row instanceof HTMLElement) {
      row.dataset.playlist = String(id);
      fill(row, { listName: name, listEntries: entries });
    }
    return row;
  }

  /** @param {MouseEvent} event */
  async #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const row = target.closest("[data-action=choose]")?.closest("li");
    if (row) {
      const path = `/api/playlists/${row.dataset.playlist}/entries`;
      await this.#send(path, { tracks: [this.#track] });
    }
  }

  /** @param {Event} event */
  async #make(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const name = form.querySelector("input")?.value ?? "";
    if (await this.#send("/api/playlists", { name, tracks: [this.#track] })) {
      form.reset();
    }
  }

  /** @param {string} path @param {unknown} body */
  async #send(path, body) {
    const response = await ask("POST", path, body);
    const isDone = response?.ok === true;
    if (isDone) {
      await this.#list();
    }
    const problem = response?.status === FULL ? "full" : "failed";
    showOnly(this, "data-said", isDone ? "done" : problem);
    return isDone;
  }
}

customElements.define("add-to-playlist", AddToPlaylist);
