/** `<own-picture>`: sends the picture a person has chosen as it is, or takes it away, and shows the page anew. */

import { session } from "../vendor/turbo.js";

class OwnPicture extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const chosen = this.querySelector("input");
    chosen?.addEventListener("change", () => this.#send(chosen.files?.[0]), {
      signal,
    });
    this.querySelector("[data-action=remove]")?.addEventListener(
      "click",
      () => this.#ask({ method: "DELETE" }),
      { signal },
    );
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {File | undefined} file */
  #send(file) {
    if (file) {
      this.#ask({
        method: "PUT",
        headers: { "Content-Type": file.type },
        body: file,
      });
    }
  }

  /** @param {RequestInit} request */
  async #ask(request) {
    const done = await fetch(this.dataset.url ?? "", request).then(
      (response) => response.ok,
      () => false,
    );
    if (done) {
      session.refresh(location.href);
      return;
    }
    const wrong = this.querySelector("[role=alert]");
    if (wrong instanceof HTMLElement) {
      wrong.hidden = false;
    }
  }
}

customElements.define("own-picture", OwnPicture);
