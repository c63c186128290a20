/** `<party-listener>`: the page behind an invitation. */

import {
  clockTime,
  fill,
  isPreview,
  lengthTime,
  showOnly,
} from "../lib/parts.js";
import "./live-bar.js";
import { listening } from "./listening.js";
import "./party-request.js";
import "./party-together.js";
import { showVolume } from "./shown-volume.js";

const SHOW_POSITION_EVERY_MS = 250;
const SHOW_DELAY_EVERY_MS = 2_000;

class PartyListenerPage extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    if (isPreview()) {
      return;
    }
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    // In a page that Turbo brings, those inside come to life after this one.
    customElements.upgrade(this);
    this.addEventListener("input", (event) => this.#slid(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("submit", (event) => this.#submitted(event), {
      signal,
    });
    listening.join(this.dataset.sessionId ?? "");
    listening.addEventListener("change", () => this.#render(), { signal });
    const timer = setInterval(() => this.#position(), SHOW_POSITION_EVERY_MS);
    const slowTimer = setInterval(() => this.#behind(), SHOW_DELAY_EVERY_MS);
    signal.addEventListener("abort", () => {
      clearInterval(timer);
      clearInterval(slowTimer);
    });
    this.#together();
    this.#render();
  }

  /** The party goes on around the pages; one that is over does not. */
  disconnectedCallback() {
    this.#gone.abort();
    if (listening.isOver) {
      listening.leave();
    }
  }

  #together() {
    this.#nameField.value = listening.name;
    showOnly(this, "data-named", listening.name ? "yes" : "no");
    for (const panel of this.querySelectorAll(
      "party-together, party-request",
    )) {
      /** @type {any} */ (panel).show(listening.listener?.together);
    }
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.matches("[data-password]")) {
      event.preventDefault();
      listening.enter(String(new FormData(form).get("password")));
      form.reset();
    } else if (form.matches("[data-name]")) {
      event.preventDefault();
      const name = this.#nameField.value.trim();
      listening.introduce(name);
      showOnly(this, "data-named", name ? "yes" : "no");
    }
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    switch (
      /** @type {Element} */ (event.target).closest("button")?.dataset.action
    ) {
      case "again":
        listening.comeAgain();
        this.#together();
        break;
      case "listen":
      case "play":
        listening.resume();
        break;
      case "pause":
        listening.pause();
        break;
      case "mute":
        listening.toggleMute();
        break;
    }
  }

  /** @param {Event} event */
  #slid(event) {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (slider.dataset.slider === "volume") {
      listening.setVolume(Number(slider.value));
    }
  }

  #render() {
    const { listener, sound, isOver, isLocked } = listening;
    // Another page has taken the tab to another party.
    if (!listener || listener.sessionId !== this.dataset.sessionId) {
      return;
    }
    const { phase, name, track } = listener.state;
    showOnly(this, "data-phase", listening.shownPhase);
    showOnly(this, "data-sound", sound);
    showOnly(this, "data-paused", listening.hostsHere ? "hosting" : "here");
    const nothing = isLocked ? "locked" : isOver ? "none" : "unknown";
    showOnly(this, "data-track", track ? "known" : nothing);
    fill(this, {
      name,
      title: track?.title ?? "",
      artist: track?.artist ?? "",
      release: track?.release ?? "",
    });
    this.dataset.state = phase;
    showVolume(this);
    this.#passwordField.ariaInvalid = String(phase === "wrongPassword");
    if (!listening.soundsHere) {
      showOnly(this, "data-behind", "unknown");
    }
    this.#showPlayed(listener.state.played);
    this.#cover(track?.coverUrl ?? "");
    this.#position();
  }

  /** @param {import("./listener-state.js").ListenerState["played"]} played */
  #showPlayed(played) {
    const list = /** @type {HTMLElement} */ (this.querySelector(".played"));
    const row = /** @type {HTMLTemplateElement} */ (
      this.querySelector("template[data-heard]")
    );
    showOnly(this, "data-heard-any", played.length > 0 ? "yes" : "no");
    if (list.children.length !== played.length) {
      list.replaceChildren(
        ...played.map(({ title, artist }) => {
          const item = /** @type {Element} */ (
            document.importNode(row.content, true).firstElementChild
          );
          fill(item, { heardTitle: title, heardArtist: artist });
          return item;
        }),
      );
    }
  }

  /** @param {string} url */
  #cover(url) {
    const image = /** @type {HTMLImageElement} */ (
      this.querySelector("img[data-cover]")
    );
    if (url && image.getAttribute("src") !== url) {
      image.src = url;
    }
    image.hidden = !url;
  }

  async #behind() {
    const { listener } = listening;
    const sec = await listener?.behindSec();
    const isKnown = sec !== undefined && listening.soundsHere;
    showOnly(this, "data-behind", isKnown ? "known" : "unknown");
    const lang = document.documentElement.lang || undefined;
    fill(this, {
      behind: (sec ?? 0).toLocaleString(lang, { maximumFractionDigits: 1 }),
    });
  }

  #position() {
    const { listener } = listening;
    if (!listener) {
      return;
    }
    const { durationSec } = listener.state;
    const progress = /** @type {HTMLProgressElement} */ (
      this.querySelector("progress")
    );
    progress.max = durationSec || 1;
    progress.value = durationSec ? listener.positionSec : 0;
    fill(this, {
      position: clockTime(listener.positionSec),
      duration: lengthTime(durationSec),
    });
  }

  get #passwordField() {
    return /** @type {HTMLInputElement} */ (
      this.querySelector("input[name=password]")
    );
  }

  get #nameField() {
    return /** @type {HTMLInputElement} */ (
      this.querySelector("form[data-name] input")
    );
  }
}

customElements.define("party-listener", PartyListenerPage);
