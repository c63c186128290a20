/** `<copy-field>`: a field to read and a button that copies it. */

import { copyFrom } from "./clipboard.js";
import { showOnly } from "./parts.js";

const SHOW_COPIED_MS = 2_000;

class CopyField extends HTMLElement {
  #gone = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #copied;

  connectedCallback() {
    this.#gone = new AbortController();
    this.querySelector("button")?.addEventListener(
      "click",
      () => this.#copy(),
      {
        signal: this.#gone.signal,
      },
    );
  }

  disconnectedCallback() {
    this.#gone.abort();
    clearTimeout(this.#copied);
  }

  async #copy() {
    const field = this.querySelector("input");
    if (field && (await copyFrom(field))) {
      clearTimeout(this.#copied);
      showOnly(this, "data-copied", "true");
      this.#copied = setTimeout(
        () => showOnly(this, "data-copied", "false"),
        SHOW_COPIED_MS,
      );
    }
  }
}

customElements.define("copy-field", CopyField);
