/** `<party-listener>`: the page behind an invitation. */

import { clockTime, fill, showOnly } from "../lib/parts.js";
import { PartyListener } from "./listener.js";

const SHOW_POSITION_EVERY_MS = 250;
const VOLUME_KEY = "tutti.listener.volume";

class PartyListenerPage extends HTMLElement {
  #gone = new AbortController();
  /** @type {PartyListener | null} */
  #listener = null;
  /** The browser wants a tap before there is sound. */
  #needsTap = false;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.audio = /** @type {HTMLAudioElement} */ (this.querySelector("audio"));
    this.slider = /** @type {HTMLInputElement} */ (
      this.querySelector("input[type=range]")
    );
    this.slider.value = localStorage.getItem(VOLUME_KEY) ?? "1";
    this.#volume();
    this.slider.addEventListener("input", () => this.#volume(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    for (const change of ["play", "pause", "volumechange"]) {
      this.audio.addEventListener(change, () => this.#render(), { signal });
    }
    const listener = new PartyListener(this.dataset.sessionId ?? "");
    listener.addEventListener("change", () => this.#render(), { signal });
    listener.addEventListener("stream", () => this.#play(), { signal });
    this.#listener = listener;
    const timer = setInterval(() => this.#position(), SHOW_POSITION_EVERY_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
    listener.open();
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#listener?.close();
    this.#listener = null;
  }

  async #play() {
    const audio = /** @type {HTMLAudioElement} */ (this.audio);
    const wasPaused = this.pausedHere;
    audio.srcObject = this.#listener?.stream ?? null;
    if (wasPaused) {
      return;
    }
    try {
      await audio.play();
      this.#needsTap = false;
    } catch (error) {
      this.#needsTap =
        error instanceof DOMException && error.name === "NotAllowedError";
    }
    this.#render();
  }

  /** Paused on this device; the host's resume does not undo it. */
  pausedHere = false;

  /** @param {MouseEvent} event */
  #clicked(event) {
    const audio = /** @type {HTMLAudioElement} */ (this.audio);
    switch (
      /** @type {Element} */ (event.target).closest("button")?.dataset.action
    ) {
      case "listen":
      case "play":
        this.pausedHere = false;
        this.#play();
        break;
      case "pause":
        this.pausedHere = true;
        audio.pause();
        break;
      case "mute":
        audio.muted = !audio.muted;
        break;
    }
    this.#render();
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
    const { phase, name, track, playing } = this.#listener.state;
    const over = ["ended", "unknown", "full", "off"].includes(phase);
    showOnly(
      this,
      "data-phase",
      phase === "live" && !playing ? "hostPaused" : phase,
    );
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
    showOnly(this, "data-muted", String(this.audio.muted));
    showOnly(this, "data-track", track ? "known" : "unknown");
    fill(this, {
      name,
      title: track?.title ?? "",
      artist: track?.artist ?? "",
      release: track?.release ?? "",
    });
    this.dataset.state = phase;
    this.#cover(track?.coverUrl ?? "");
    this.#position();
    this.#mediaSession(track);
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

  /** @param {import("./listener-state.js").ListenerState["track"]} track */
  #mediaSession(track) {
    if (
      !track ||
      !("mediaSession" in navigator) ||
      navigator.mediaSession.metadata?.title === track.title
    ) {
      return;
    }
    const artwork = track.coverUrl
      ? [{ src: track.coverUrl, type: "image/jpeg" }]
      : [];
    navigator.mediaSession.metadata = new MediaMetadata({
      title: track.title,
      artist: track.artist,
      album: track.release,
      artwork,
    });
  }
}

customElements.define("party-listener", PartyListenerPage);
