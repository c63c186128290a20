/**
 * `<search-field>`: around a form that searches. While somebody types, what the server finds comes into the page's own frame
 * `found`, and where there is none into a panel under the field. Turbo gives up the request before when another begins, so
 * no old answer comes after a new one.
 */

import { usesKey } from "../lib/keys.js";

const PAUSE_MS = 120;

class SearchField extends HTMLElement {
  #gone = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #asked = "";
  /** What the panel shows the finds of. */
  #found = "";

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.#asked = this.#input.value.trim();
    this.addEventListener("input", () => this.#typed(), { signal });
    this.addEventListener("focusin", () => this.#show(), { signal });
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.addEventListener("turbo:frame-load", () => this.#came(), { signal });
    document.addEventListener("keydown", (event) => this.#slash(event), {
      signal,
    });
    for (const elsewhere of ["focusin", "pointerdown"]) {
      document.addEventListener(elsewhere, (event) => this.#away(event), {
        signal,
      });
    }
    document.addEventListener("turbo:before-cache", () => this.#clear(), {
      signal,
    });
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#gone.abort();
  }

  #typed() {
    this.#show();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#ask(), PAUSE_MS);
  }

  #ask() {
    const text = this.#input.value.trim();
    if (text === this.#asked) {
      return;
    }
    this.#asked = text;
    const address = `/search?q=${encodeURIComponent(text)}`;
    const page = this.#panel ? null : document.querySelector("#found");
    if (page) {
      page.setAttribute("src", address);
      history.replaceState(history.state, "", address);
    } else if (text) {
      this.#glance.setAttribute("src", `${address}&glance=1`);
      this.#show();
    } else {
      this.#clear();
    }
  }

  #came() {
    this.#found = this.#asked;
    this.#show();
  }

  get #glance() {
    const panel = /** @type {HTMLElement} */ (this.#panel);
    let frame = panel.querySelector("turbo-frame");
    if (!frame) {
      frame = document.createElement("turbo-frame");
      frame.id = "glance";
      frame.setAttribute("target", "_top");
      panel.append(frame);
    }
    return frame;
  }

  /** Not before there is something to see; what was found for other letters is dimmed. */
  #show() {
    const panel = this.#panel;
    const text = this.#input.value.trim();
    panel?.toggleAttribute("hidden", !text || !this.#found);
    panel?.setAttribute("aria-busy", String(text !== this.#found));
  }

  #hide() {
    this.#panel?.setAttribute("hidden", "");
  }

  /** The page is put away: whoever comes back to it has not typed. */
  #clear() {
    clearTimeout(this.#pause);
    if (this.#panel) {
      this.#panel.replaceChildren();
      this.#hide();
      this.#input.value = "";
      this.#asked = "";
      this.#found = "";
    }
  }

  /** @param {Event} event */
  #away(event) {
    const target = /** @type {Node} */ (event.target);
    const player = document.querySelector("player-bar");
    if (!this.contains(target) && !player?.contains(target)) {
      this.#hide();
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape" && this.#panel?.hidden === false) {
      event.preventDefault();
      this.#input.focus();
      this.#hide();
    } else if (event.key === "ArrowDown" && event.target === this.#input) {
      const first = this.#panel?.querySelector("a");
      if (first) {
        event.preventDefault();
        first.focus();
      }
    }
  }

  /** @param {KeyboardEvent} event */
  #slash(event) {
    const target = /** @type {Element} */ (event.target);
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key !== "/" || modified || event.defaultPrevented) {
      return;
    }
    if (usesKey(target, "/") || document.querySelector("dialog[open]")) {
      return;
    }
    const link = /** @type {HTMLElement | null} */ (
      this.querySelector("a.search-link")
    );
    if (this.#input.checkVisibility()) {
      event.preventDefault();
      this.#input.focus();
      this.#input.select();
    } else if (link?.checkVisibility()) {
      event.preventDefault();
      link.click();
    }
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get #panel() {
    return /** @type {HTMLElement | null} */ (this.querySelector(".glance"));
  }
}

customElements.define("search-field", SearchField);
