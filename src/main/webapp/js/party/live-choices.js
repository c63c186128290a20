/** `<live-choices>`: the other parties of a server that relays them, for who listens to one of them. */

import { fill, showOnly } from "../lib/parts.js";
import { listening } from "./listening.js";

/** Everybody is told of a new party at the same moment. */
const ASK_WITHIN_MS = 2_000;

/** @typedef {{ sessionId: string, name: string, track?: { title: string, artist: string } }} Card */

class LiveChoices extends HTMLElement {
  #gone = new AbortController();
  /** @type {Card[]} */
  #others = [];
  /** Whose server tells of new parties. @type {import("./listener.js").PartyListener | null} */
  #followed = null;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    listening.addEventListener("change", () => this.#follow(signal), {
      signal,
    });
    document.addEventListener("turbo:load", () => this.#ask(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#follow(signal);
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#followed = null;
  }

  /** By the socket that there is anyway. @param {AbortSignal} signal */
  #follow(signal) {
    const { listener } = listening;
    if (listener === this.#followed) {
      return;
    }
    this.#followed = listener;
    listener?.socket.addEventListener(
      "open",
      () => listener.socket.send("watch"),
      { signal },
    );
    listener?.socket.addEventListener(
      "message",
      (event) => {
        if (/** @type {CustomEvent} */ (event).detail.type === "partyLive") {
          setTimeout(() => this.#ask(), Math.random() * ASK_WITHIN_MS);
        }
      },
      { signal },
    );
    this.#ask();
  }

  async #ask() {
    if (!listening.listener) {
      return;
    }
    const answer = await fetch("/api/party/status").catch(() => null);
    if (answer?.ok) {
      const { sessions } = await answer.json();
      this.#others = sessions.filter(
        (/** @type {Card} */ { sessionId }) =>
          sessionId !== listening.sessionId,
      );
      this.#render();
    }
  }

  #render() {
    const dialog = this.#dialog;
    this.hidden = this.#others.length === 0 && !dialog.open;
    showOnly(this, "data-others", this.#others.length === 0 ? "none" : "some");
    this.querySelector("ul")?.replaceChildren(
      ...this.#others.map((party) => this.#choice(party)),
    );
  }

  /** @param {Card} party */
  #choice({ sessionId, name, track }) {
    const row = /** @type {HTMLTemplateElement} */ (
      this.querySelector("template")
    );
    const item = /** @type {HTMLElement} */ (
      document.importNode(row.content, true).firstElementChild
    );
    const words = [track?.title, track?.artist].filter(Boolean).join(" · ");
    fill(item, { ...(name && { choiceName: name }), choiceTrack: words });
    item.querySelector("button")?.setAttribute("data-party", sessionId);
    return item;
  }

  /** @param {MouseEvent} event */
  async #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    switch (button?.dataset.action) {
      case "choose":
        await this.#ask();
        this.#dialog.showModal();
        break;
      case "switch":
        this.#dialog.close();
        listening.join(button.dataset.party ?? "");
        break;
    }
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }
}

customElements.define("live-choices", LiveChoices);
