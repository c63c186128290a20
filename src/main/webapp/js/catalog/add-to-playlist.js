/**
 * `<add-to-playlist>`: the dialog that asks which playlist tracks are for. Whatever of the page has their ids in `data-add`
 * opens it, as soon as it knows the playlists.
 */

import { ask } from "../lib/api.js";
import { fill, showOnly } from "../lib/parts.js";
import { toast } from "../lib/toast.js";

const FULL = 422;

/** @typedef {{ id: number, name: string, entries: number, holds: number }} Playlist */

class AddToPlaylist extends HTMLElement {
  #gone = new AbortController();
  /** @type {number[]} */
  #tracks = [];

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
    if (opener instanceof HTMLElement && opener.dataset.add) {
      this.#tracks = opener.dataset.add.split(" ").map(Number);
      showOnly(this, "data-said", "");
      await this.#list();
      if (!this.#dialog.open) {
        this.#dialog.showModal();
      }
    }
  }

  async #list() {
    const wanted = this.#tracks.map((id) => `track=${id}`).join("&");
    const response = await ask("GET", `/api/playlists?${wanted}`);
    if (!response?.ok) {
      showOnly(this, "data-said", "failed");
      return;
    }
    /** @type {Playlist[]} */
    const lists = await response.json();
    const choices = this.querySelector(".add-choices");
    const rows = lists.map((list) => this.#row(list));
    choices?.replaceChildren(...rows.filter((row) => row !== null));
    showOnly(this, "data-state", lists.length > 0 ? "some" : "none");
  }

  /** @param {Playlist} list */
  #row({ id, name, entries, holds }) {
    const template = this.querySelector("template");
    const row = template?.content.firstElementChild?.cloneNode(true) ?? null;
    if (row instanceof HTMLElement) {
      row.dataset.playlist = String(id);
      row.dataset.name = name;
      fill(row, { listName: name, listEntries: entries });
      const isThere = holds > 0 && holds >= this.#tracks.length;
      showOnly(row, "data-holds", isThere ? "all" : holds > 0 ? "some" : "no");
    }
    return row;
  }

  /** What is there already is put in again only by who presses twice. @param {MouseEvent} event */
  async #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const row = target.closest("[data-action=choose]")?.closest("li");
    if (!row) {
      return;
    }
    const isSure = !row.querySelector("[data-holds=all]:not([hidden])");
    if (!isSure) {
      showOnly(row, "data-holds", "again");
      return;
    }
    const { playlist = "", name = "" } = row.dataset;
    const path = `/api/playlists/${playlist}/entries`;
    const response = await this.#send(path, { tracks: this.#tracks });
    if (response) {
      const { entries } = await response.json();
      this.#added(name, `${path}?${entriesOf(entries)}`);
    }
  }

  /** @param {Event} event */
  async #make(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const name = form.querySelector("input")?.value ?? "";
    const body = { name, tracks: this.#tracks };
    const response = await this.#send("/api/playlists", body);
    if (response) {
      form.reset();
      this.#added(name);
    }
  }

  /** @param {string} path @param {unknown} body @returns {Promise<Response | null>} null when it says why not */
  async #send(path, body) {
    const response = await ask("POST", path, body);
    if (!response?.ok) {
      const problem = response?.status === FULL ? "full" : "failed";
      showOnly(this, "data-said", problem);
      return null;
    }
    return response;
  }

  /** @param {string} name @param {string} [undo] what takes it back */
  #added(name, undo) {
    this.#dialog.close();
    const { done = "", undo: label = "" } = this.dataset;
    const run = () => ask("DELETE", undo ?? "");
    const action = undo ? { action: { label, run } } : undefined;
    toast(done.replace("{0}", name), action);
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }
}

/** @param {number[]} entries */
function entriesOf(entries) {
  return entries.map((entry) => `entry=${entry}`).join("&");
}

customElements.define("add-to-playlist", AddToPlaylist);
