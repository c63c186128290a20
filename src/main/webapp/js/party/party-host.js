/** `<party-host>`: the host's page. Start, then Live with the invitation, the listeners and the end. */

import { copyFrom } from "../lib/clipboard.js";
import { fill, showOnly } from "../lib/parts.js";
import { player } from "../player/player.js";
import { party } from "./host.js";
import "./party-together.js";
import "./party-wishes.js";
import { shown } from "./session-state.js";

const SHOW_COPIED_MS = 2_000;

class PartyHost extends HTMLElement {
  #gone = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #copied;
  /** @type {import("./together.js").Together | null} */
  #shown = null;
  /** Which part is there, once one is. */
  #part = "";

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    // In a page that Turbo brings, those inside come to life after this one.
    customElements.upgrade(this);
    party.addEventListener("change", () => this.#render(), { signal });
    for (const event of ["track", "play", "pause", "position", "queue"]) {
      player.addEventListener(event, () => this.#music(), { signal });
    }
    this.addEventListener("change", (event) => this.#chosen(event), { signal });
    this.#shown = null;
    this.#part = "";
    this.#begin();
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
      party.start({
        name: String(filledIn.get("name") ?? ""),
        listed: filledIn.has("listed"),
        password: String(filledIn.get("password") ?? ""),
      });
      form.reset();
      this.#begin();
    }
  }

  /** What was chosen on this device before, or else what the server says. */
  #begin() {
    const kbps = this.querySelector("select[name=kbps]");
    if (kbps instanceof HTMLSelectElement) {
      party.usualBitrate(Number(this.dataset.kbps));
      kbps.value = String(party.bitrate.chosenKbps);
    }
  }

  /** @param {Event} event */
  #chosen(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const { allowed } = party.together;
    switch (field.name) {
      case "kbps":
        party.chooseBitrate(Number(field.value));
        break;
      case "chat":
      case "requests":
        party.together.allow({ ...allowed, [field.name]: field.checked });
        break;
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
      case "again":
        party.comeAgain();
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
      sessionId,
      secret,
      name,
      listed,
      locked,
      inviteUrl,
      inviteQr,
      listenerCount,
      error,
    } = party.state;
    this.#together();
    this.#turnTo(isActive ? "live" : "idle");
    showOnly(
      this,
      "data-connection",
      shown(party.state) === "live" ? "live" : "connecting",
    );
    showOnly(this, "data-error", error);
    this.#music();
    showOnly(this, "data-named", name ? "yes" : "no");
    showOnly(this, "data-locked", locked ? "yes" : "no");
    const unlocked = listed ? "listed" : "link";
    showOnly(this, "data-found", locked ? "locked" : unlocked);
    showOnly(this, "data-listeners", listenerCount === 1 ? "one" : "many");
    this.#invite(inviteUrl);
    this.#draw(inviteQr);
    const whipUrl =
      inviteUrl && new URL(`/api/party/${sessionId}/whip`, inviteUrl).href;
    fill(this, { sessionId, name, listenerCount, whipUrl, secret });
    const start = /** @type {HTMLButtonElement | null} */ (
      this.querySelector("[data-start] button")
    );
    if (start) {
      start.disabled = isConnecting;
    }
  }

  /**
   * With the focus, where it would be lost with the part that goes.
   *
   * @param {"live" | "idle"} part
   */
  #turnTo(part) {
    const before = this.#part;
    this.#part = part;
    const focused = document.activeElement;
    showOnly(this, "data-part", part);
    const isLost =
      !focused || focused === document.body || !focused.checkVisibility();
    if (before && before !== part && isLost) {
      const heading = this.querySelector(`[data-part=${part}] h1`);
      /** @type {HTMLElement | null} */ (heading)?.focus();
    }
  }

  /** Why there is nothing to hear, if so. */
  #music() {
    showOnly(this, "data-music", music());
  }

  /** @param {string} inviteUrl */
  #invite(inviteUrl) {
    const button = this.querySelector("[data-action=copy]");
    if (button && this.#field.value !== inviteUrl) {
      this.#showCopied(button, false);
    }
    fill(this, { inviteUrl });
    showOnly(this, "data-reach", isOwnMachines(inviteUrl) ? "own" : "all");
  }

  /** @param {{ size: number, path: string } | null} qr */
  #draw(qr) {
    const drawing = this.querySelector("svg[data-qr]");
    drawing?.toggleAttribute("hidden", !qr);
    drawing?.setAttribute("viewBox", `0 0 ${qr?.size ?? 1} ${qr?.size ?? 1}`);
    drawing?.querySelector("path")?.setAttribute("d", qr?.path ?? "");
  }

  /** The parts that show what people do; anew for each party. */
  #together() {
    const { together } = party;
    if (this.#shown !== together) {
      this.#shown = together;
      this.#panel("party-together")?.show(together);
      this.#panel("party-wishes")?.show(together);
      together.addEventListener("change", () => this.#people(), {
        signal: this.#gone.signal,
      });
      this.#people();
    }
  }

  #people() {
    const { names, allowed } = party.together;
    if (this.#shown === party.together) {
      showOnly(this, "data-names", names.length > 0 ? "some" : "none");
      fill(this, { names: names.join(", ") });
      for (const name of /** @type {const} */ (["chat", "requests"])) {
        const box = this.querySelector(`input[name=${name}]`);
        if (box instanceof HTMLInputElement) {
          box.checked = allowed[name];
        }
      }
    }
  }

  /** @param {string} name */
  #panel(name) {
    return /** @type {any} */ (this.querySelector(name));
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (
      this.querySelector("input[data-field=inviteUrl]")
    );
  }
}

/** Whether it leads nobody else anywhere. @param {string} url */
function isOwnMachines(url) {
  return /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/.test(url);
}

function music() {
  if (party.needsTap) {
    return "waiting";
  }
  if (party.state.isPlaying) {
    return "on";
  }
  if (!player.current) {
    return "none";
  }
  return player.isAtItsEnd && !player.queue.hasNext ? "finished" : "paused";
}

customElements.define("party-host", PartyHost);
