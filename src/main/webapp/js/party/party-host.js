/** `<party-host>`: the host's page. Start, then Live with the invitation, the listeners and the end. */

import { copyFrom } from "../lib/clipboard.js";
import { fill, showOnly } from "../lib/parts.js";
import { party } from "./host.js";
import { shown } from "./session-state.js";

const SHOW_COPIED_MS = 2_000;

class PartyHost extends HTMLElement {
  #gone = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #copied;

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
    clearTimeout(this.#copied);
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.matches("[data-start]")) {
      event.preventDefault();
      const filledIn = new FormData(form);
      party.start(String(filledIn.get("name") ?? ""), filledIn.has("listed"));
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
    const copied = await copyFrom(this.#field);
    this.#showCopied(button, copied);
  }

  /** @param {Element} button @param {boolean} copied */
  #showCopied(button, copied) {
    clearTimeout(this.#copied);
    showOnly(button, "data-copied", String(copied));
    if (copied && this.isConnected) {
      this.#copied = setTimeout(
        () => this.#showCopied(button, false),
        SHOW_COPIED_MS,
      );
    }
  }

  #render() {
    const {
      isActive,
      isConnecting,
      isPlaying,
      sessionId,
      secret,
      inviteUrl,
      listenerCount,
      error,
    } = party.state;
    showOnly(this, "data-part", isActive ? "live" : "idle");
    showOnly(
      this,
      "data-connection",
      shown(party.state) === "live" ? "live" : "connecting",
    );
    showOnly(this, "data-error", error);
    showOnly(this, "data-music", isPlaying ? "on" : "off");
    showOnly(this, "data-listeners", listenerCount === 1 ? "one" : "many");
    this.#invite(inviteUrl);
    const whipUrl =
      inviteUrl && new URL(`/api/party/${sessionId}/whip`, inviteUrl).href;
    fill(this, { sessionId, listenerCount, whipUrl, secret });
    const start = /** @type {HTMLButtonElement | null} */ (
      this.querySelector("[data-start] button")
    );
    if (start) {
      start.disabled = isConnecting;
    }
  }

  /** @param {string} inviteUrl */
  #invite(inviteUrl) {
    const button = this.querySelector("[data-action=copy]");
    if (button && this.#field.value !== inviteUrl) {
      this.#showCopied(button, false);
    }
    fill(this, { inviteUrl });
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (
      this.querySelector("input[data-field=inviteUrl]")
    );
  }
}

customElements.define("party-host", PartyHost);
