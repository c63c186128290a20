/** `<party-host>`: the host's page. Start, then Live with the invitation, the listeners and the end. */

import { fill, showOnly } from "../lib/parts.js";
import { party } from "./host.js";

class PartyHost extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    party.addEventListener("change", () => this.#render(), { signal });
    this.addEventListener("submit", (event) => this.#submitted(event), {
      signal,
    });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.matches("[data-start]")) {
      event.preventDefault();
      party.start(String(new FormData(form).get("name") ?? ""));
    }
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    const dialog = this.querySelector("dialog");
    switch (button?.dataset.action) {
      case "copy":
        this.#copy(button);
        break;
      case "ask-end":
        dialog?.showModal();
        break;
      case "end":
        dialog?.close();
        party.end();
        break;
    }
  }

  /** @param {HTMLButtonElement} button */
  async #copy(button) {
    const field = /** @type {HTMLInputElement} */ (
      this.querySelector("input[data-field=inviteUrl]")
    );
    field.select();
    // The Clipboard API is missing on http:// addresses of a home network.
    const copied = navigator.clipboard
      ? await navigator.clipboard.writeText(field.value).then(
          () => true,
          () => false,
        )
      : document.execCommand("copy");
    showOnly(button, "data-copied", String(copied));
  }

  #render() {
    const {
      isActive,
      isConnecting,
      sessionId,
      inviteUrl,
      listenerCount,
      error,
    } = party.state;
    showOnly(this, "data-part", isActive ? "live" : "idle");
    showOnly(this, "data-connection", isConnecting ? "connecting" : "live");
    showOnly(this, "data-error", error);
    showOnly(this, "data-listeners", listenerCount === 1 ? "one" : "many");
    fill(this, { sessionId, inviteUrl, listenerCount });
    const link = this.querySelector("a[data-invite]");
    link?.setAttribute("href", inviteUrl);
    const start = /** @type {HTMLButtonElement | null} */ (
      this.querySelector("[data-start] button")
    );
    if (start) {
      start.disabled = isConnecting;
    }
  }
}

customElements.define("party-host", PartyHost);
