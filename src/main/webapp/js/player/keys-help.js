/** `<keys-help>`: the keys of the player, and the dialog that lists them. */

import { usesKey } from "../lib/keys.js";
import { player } from "./player.js";

const SEEK_SEC = 5;

class KeysHelp extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    document.addEventListener("keydown", (event) => this.#key(event), {
      signal,
    });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {Element} */ (event.target);
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    if (modified || event.defaultPrevented || usesKey(target, event.key)) {
      return;
    }
    if (document.querySelector("dialog[open]:not(.sheet, .drawer)")) {
      return;
    }
    const key = event.shiftKey ? `Shift+${event.key}` : event.key;
    // On some keyboards "/" and "?" need Shift, on some they do not.
    const action =
      event.key === "?"
        ? () => this.#open()
        : (always[event.key] ?? (player.current ? keys[key] : undefined));
    if (action) {
      event.preventDefault();
      if (!event.repeat || key.startsWith("Arrow")) {
        action();
      }
    }
  }

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("[data-action=keys]")) {
      this.#open();
    }
  }

  #open() {
    this.querySelector("dialog")?.showModal();
  }
}

/** @type {Record<string, () => void>} */
const keys = {
  " ": () => player.toggle(),
  ArrowLeft: () => player.seek(player.positionSec - SEEK_SEC),
  ArrowRight: () => player.seek(player.positionSec + SEEK_SEC),
  "Shift+ArrowLeft": () => player.previous(),
  "Shift+ArrowRight": () => player.next(),
  n: () => player.next(),
  p: () => player.previous(),
  m: () => player.setMuted(!player.muted),
  s: () => player.toggleShuffle(),
  r: () => player.toggleRepeat(),
};

/** Without a track, too. @type {Record<string, () => void>} */
const always = {
  q: () => press("[data-action=queue]"),
};

/** @param {string} selector */
function press(selector) {
  const button = document.querySelector(`player-bar ${selector}`);
  button instanceof HTMLElement && button.click();
}

customElements.define("keys-help", KeysHelp);
