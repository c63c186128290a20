/**
 * `<lyrics-panel>`: the words of the current track; where they are synced, the line that is sung stands out and a press on
 * a line goes there. They are asked for when somebody could see them.
 */

import { ask } from "../lib/api.js";
import { lineAt, lyricsFrom } from "./lyrics.js";
import { player } from "./player.js";

class LyricsPanel extends HTMLElement {
  #gone = new AbortController();
  #trackId = "";
  /** @type {import("./lyrics.js").Line[]} */
  #lines = [];
  #synced = false;
  #sung = -1;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    player.addEventListener("track", () => this.#track(), { signal });
    player.addEventListener("position", () => this.#position(), { signal });
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** The sheet has opened. */
  wake() {
    this.#track();
  }

  async #track() {
    const id = player.current?.id ?? "";
    if (id === this.#trackId || !this.closest("dialog")?.open) {
      return;
    }
    this.#trackId = id;
    this.#show(null);
    const response = id && (await ask("GET", `/api/tracks/${id}/lyrics`));
    const told =
      response && response.ok && (await response.json().catch(() => null));
    if (id === this.#trackId) {
      this.#show(lyricsFrom(told));
    }
  }

  /** @param {{ synced: boolean, lines: import("./lyrics.js").Line[] } | null} lyrics */
  #show(lyrics) {
    this.#lines = lyrics?.lines ?? [];
    this.#synced = lyrics?.synced ?? false;
    this.#sung = -1;
    const list = this.querySelector("ol");
    list?.replaceChildren(...this.#lines.map((line) => this.#item(line)));
    list?.toggleAttribute("data-synced", this.#synced);
    list?.scrollTo({ top: 0 });
    const sheet = this.closest("dialog");
    sheet?.toggleAttribute("data-has-lyrics", this.#lines.length > 0);
    this.#position();
  }

  /** @param {import("./lyrics.js").Line} line */
  #item({ text }) {
    const item = document.createElement("li");
    const words = text || "♪";
    if (this.#synced) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      item.append(button);
    } else {
      item.textContent = text || "\u00a0";
    }
    return item;
  }

  #position() {
    if (!this.#synced) {
      return;
    }
    const sung = lineAt(this.#lines, player.positionSec);
    if (sung !== this.#sung) {
      const items = this.querySelectorAll("li");
      items[this.#sung]?.removeAttribute("aria-current");
      items[sung]?.setAttribute("aria-current", "true");
      items[sung]?.scrollIntoView({ block: "center", behavior: "smooth" });
      this.#sung = sung;
    }
  }

  /** @param {Event} event */
  #clicked(event) {
    const item = /** @type {Element} */ (event.target).closest("li");
    const index = item ? [...this.querySelectorAll("li")].indexOf(item) : -1;
    const { at } = this.#lines[index] ?? {};
    if (this.#synced && at !== undefined) {
      player.seek(at);
    }
  }
}

customElements.define("lyrics-panel", LyricsPanel);
