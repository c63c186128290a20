/** `<party-listener>`: the page behind an invitation. */

import { clockTime, fill, isPreview, showOnly } from "../lib/parts.js";
import { giveBack, lend, show } from "../player/media-session.js";
import { player } from "../player/player.js";
import { glance } from "./glance.js";
import { shownPhase } from "./listener-state.js";
import { PartyListener } from "./listener.js";
import "./party-request.js";
import "./party-together.js";

const SHOW_POSITION_EVERY_MS = 250;
const VOLUME_KEY = "tutti.listener.volume";
const NAME_KEY = "tutti.listener.name";

/** What there is nothing to hear in. */
const LOCKED = ["password", "wrongPassword"];
const OVER = ["ended", "unknown", "full", "off", "signedOut", ...LOCKED];

class PartyListenerPage extends HTMLElement {
  /** Paused on this device; the host's resume does not undo it. */
  pausedHere = false;
  #gone = new AbortController();
  /** @type {PartyListener | null} */
  #listener = null;
  /** The browser wants a tap before there is sound. */
  #needsTap = false;
  /** Another stream is being put in: what the element pauses then is nobody's wish. */
  #changing = false;
  #turn = 0;
  #orders = { play: () => this.#resume(), pause: () => this.#pause() };

  connectedCallback() {
    if (isPreview()) {
      return;
    }
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.audio = /** @type {HTMLAudioElement} */ (this.querySelector("audio"));
    this.slider = /** @type {HTMLInputElement} */ (
      this.querySelector("input[type=range]")
    );
    // Who hosts here would hear the music twice.
    this.pausedHere = this.#hostsHere;
    this.slider.value = localStorage.getItem(VOLUME_KEY) ?? "1";
    this.#volume();
    this.slider.addEventListener("input", () => this.#volume(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#hear(this.audio, signal);
    const listener = new PartyListener(this.dataset.sessionId ?? "");
    listener.addEventListener("change", () => this.#render(), { signal });
    listener.addEventListener("stream", () => this.#play(), { signal });
    this.#listener = listener;
    this.addEventListener("submit", (event) => this.#submitted(event), {
      signal,
    });
    this.#together(listener);
    const timer = setInterval(() => this.#position(), SHOW_POSITION_EVERY_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
    lend(this.#orders);
    listener.open();
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#listener?.close();
    this.#listener = null;
    giveBack(this.#orders);
  }

  /** @param {HTMLAudioElement} audio @param {AbortSignal} signal */
  #hear(audio, signal) {
    audio.addEventListener("play", () => this.#played(), { signal });
    audio.addEventListener("playing", () => this.#sounds(), { signal });
    audio.addEventListener("pause", () => this.#paused(), { signal });
    audio.addEventListener("volumechange", () => this.#render(), { signal });
    player.addEventListener("play", () => this.#playerPlays(), { signal });
  }

  async #play() {
    const audio = /** @type {HTMLAudioElement} */ (this.audio);
    const turn = ++this.#turn;
    this.#changing = true;
    audio.srcObject = this.#listener?.stream ?? null;
    if (this.pausedHere) {
      return;
    }
    const needsTap = await audio.play().then(
      () => false,
      ({ name }) => name === "NotAllowedError",
    );
    if (turn === this.#turn) {
      this.#needsTap = needsTap;
      this.#render();
    }
  }

  #resume() {
    this.pausedHere = false;
    this.#play();
  }

  #pause() {
    this.pausedHere = true;
    this.audio?.pause();
    this.#render();
  }

  #played() {
    this.pausedHere = false;
    this.#render();
  }

  /** Not two musics at once; but who hosts here plays for others. */
  #sounds() {
    this.#changing = false;
    if (player.playing && !this.#hostsHere) {
      player.pause();
    }
    this.#render();
  }

  #playerPlays() {
    if (!this.audio?.paused && !this.#hostsHere) {
      this.#pause();
    }
  }

  /** Headphones that are pulled out, a phone call: the browser pauses without being asked. */
  #paused() {
    if (!this.#changing && !this.audio?.ended) {
      this.pausedHere = true;
    }
    this.#render();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const audio = /** @type {HTMLAudioElement} */ (this.audio);
    switch (
      /** @type {Element} */ (event.target).closest("button")?.dataset.action
    ) {
      case "listen":
      case "play":
        this.#resume();
        break;
      case "pause":
        this.#pause();
        break;
      case "mute":
        audio.muted = !audio.muted;
        break;
    }
    this.#render();
  }

  /** @param {PartyListener} listener */
  #together(listener) {
    listener.name = localStorage.getItem(NAME_KEY) ?? "";
    listener.password = sessionStorage.getItem(this.#passwordKey) ?? "";
    this.#nameField.value = listener.name;
    showOnly(this, "data-named", listener.name ? "yes" : "no");
    for (const panel of this.querySelectorAll(
      "party-together, party-request",
    )) {
      /** @type {any} */ (panel).show(listener.together);
    }
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.matches("[data-password]")) {
      event.preventDefault();
      const password = String(new FormData(form).get("password"));
      // A reload must not ask again.
      sessionStorage.setItem(this.#passwordKey, password);
      this.#listener?.enter(password);
      form.reset();
    } else if (form.matches("[data-name]")) {
      event.preventDefault();
      this.#named(this.#nameField.value.trim());
    }
  }

  /** @param {string} name */
  #named(name) {
    localStorage.setItem(NAME_KEY, name);
    showOnly(this, "data-named", name ? "yes" : "no");
    if (this.#listener) {
      this.#listener.name = name;
      this.#listener.together.introduce(name);
    }
  }

  get #passwordKey() {
    return `tutti.listener.password.${this.dataset.sessionId}`;
  }

  /** This tab has a party of its own. */
  get #hostsHere() {
    return glance.state !== "off";
  }

  get #nameField() {
    return /** @type {HTMLInputElement} */ (
      this.querySelector("form[data-name] input")
    );
  }

  #volume() {
    const { slider, audio } = this;
    if (slider && audio) {
      audio.volume = Number(slider.value);
      slider.style.setProperty("--filled", slider.value);
      audio.muted = false;
      localStorage.setItem(VOLUME_KEY, slider.value);
    }
  }

  #render() {
    if (!this.#listener || !this.audio) {
      return;
    }
    const { phase, name, track } = this.#listener.state;
    const over = OVER.includes(phase);
    showOnly(this, "data-phase", shownPhase(this.#listener.state));
    showOnly(
      this,
      "data-sound",
      over
        ? "none"
        : this.#needsTap
          ? "tap"
          : this.pausedHere
            ? "paused"
            : "on",
    );
    showOnly(this, "data-paused", this.#hostsHere ? "hosting" : "here");
    showOnly(this, "data-muted", String(this.audio.muted));
    const nothing = LOCKED.includes(phase)
      ? "locked"
      : over
        ? "none"
        : "unknown";
    showOnly(this, "data-track", track ? "known" : nothing);
    fill(this, {
      name,
      title: track?.title ?? "",
      artist: track?.artist ?? "",
      release: track?.release ?? "",
    });
    this.dataset.state = phase;
    this.#cover(track?.coverUrl ?? "");
    this.#position();
    show(track, !this.audio.paused);
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

  #position() {
    const listener = this.#listener;
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
      duration: clockTime(durationSec),
    });
  }
}

customElements.define("party-listener", PartyListenerPage);
