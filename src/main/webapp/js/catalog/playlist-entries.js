/**
 * `<playlist-entries>`: a playlist that is put into another order, by dragging or by the arrow keys. It tells the server
 * which version it has seen, so that two windows do not undo each other.
 */

import { ask } from "../lib/api.js";
import { dragOrder } from "../lib/drag-order.js";
import { fill, showOnly } from "../lib/parts.js";

const CHANGED = 409;

class PlaylistEntries extends HTMLElement {
  #gone = new AbortController();
  /** Changes wait for each other: each needs the version that the one before has made. */
  #last = Promise.resolve();

  connectedCallback() {
    this.#gone = new AbortController();
    const list = this.querySelector("ol");
    if (list && this.dataset.playlist) {
      dragOrder(list, {
        handle: "[data-action=drag]",
        moved: (row, index, byKey) => this.#moved(list, row, index, byKey),
        signal: this.#gone.signal,
      });
    }
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} row
   * @param {number} index
   * @param {boolean} byKey
   */
  #moved(list, row, index, byKey) {
    if (byKey) {
      const rest = [...list.children].filter((other) => other !== row);
      list.insertBefore(row, rest[index] ?? null);
      row.querySelector("button")?.focus();
      row.scrollIntoView({ block: "nearest" });
    }
    const place = Number(this.dataset.first) + index;
    fill(this, { said: `${row.dataset.title}: ${place + 1}` });
    this.#last = this.#last.then(() => this.#keep(row.dataset.entry, place));
  }

  /** @param {string | undefined} entry @param {number} place */
  async #keep(entry, place) {
    const version = Number(this.dataset.version);
    const path = `/api/playlists/${this.dataset.playlist}/entries/${entry}`;
    const response = await ask("PUT", path, { version, place });
    if (response?.ok) {
      this.#remember((await response.json()).version);
      showOnly(this, "data-problem", "");
    } else {
      const isChanged = response?.status === CHANGED;
      showOnly(this, "data-problem", isChanged ? "changed" : "failed");
    }
  }

  /** The forms beside the rows say it, too. @param {number} version */
  #remember(version) {
    this.dataset.version = String(version);
    for (const field of this.querySelectorAll("input[name=version]")) {
      field.setAttribute("value", String(version));
    }
  }
}

customElements.define("playlist-entries", PlaylistEntries);
