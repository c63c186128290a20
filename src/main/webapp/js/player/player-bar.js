/**
 * `<player-bar>`: the player on every page, and the sheet it opens to on a phone. Turbo carries it from page to page; all
 * that it shows is in `player`.
 */

import { clockTime, fill, lengthTime, showOnly } from "../lib/parts.js";
import "./lyrics-panel.js";
import "./media-session.js";
import "./player-heart.js";
import { player } from "./player.js";
import "./plays.js";
import "./queue-drawer.js";
import "./queue-sync.js";

/** @typedef {HTMLElement & { toggle(): void, close(): void }} QueueDrawer */
/** @typedef {HTMLElement & { wake(): void }} LyricsPanel */

const SEEK_SEC = 5;
const LOUD_FROM = 0.5;

class PlayerBar extends HTMLElement {
  #gone = new AbortController();
  /** A person is moving the seek slider; it must not run away under the finger. */
  #seeking = false;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("input", (event) => this.#slid(event), { signal });
    this.addEventListener("change", (event) => this.#let(event), { signal });
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
    for (const event of ["track", "play", "pause", "queue", "problem"]) {
      player.addEventListener(event, () => this.#render(), { signal });
    }
    player.addEventListener("position", () => this.#position(), { signal });
    player.addEventListener("volume", () => this.#volume(), { signal });
    document.addEventListener(
      "turbo:before-render",
      (event) => this.#pageComes(/** @type {CustomEvent} */ (event)),
      { signal },
    );
    this.#render();
    this.#volume();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    switch (target.closest("button")?.dataset.action) {
      case "toggle":
        player.toggle();
        break;
      case "previous":
        player.previous();
        break;
      case "next":
        player.next();
        break;
      case "mute":
        player.setMuted(!player.muted);
        break;
      case "shuffle":
        player.toggleShuffle();
        break;
      case "repeat":
        player.toggleRepeat();
        break;
      case "queue":
        this.#drawer.toggle();
        break;
      case "lyrics":
        this.#showLyrics(!this.#sheet.hasAttribute("data-lyrics"));
        break;
      case "expand":
        this.#sheet.showModal();
        this.#lyrics.wake();
        break;
      case "collapse":
        this.#sheet.close();
        break;
    }
    if (target.closest("a")) {
      this.#close();
    }
  }

  /** @param {Event} event */
  #slid(event) {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (slider.dataset.slider === "volume") {
      player.setVolume(Number(slider.value));
    } else if (slider.dataset.slider === "seek") {
      this.#seeking = true;
      this.#showPosition(Number(slider.value));
    }
  }

  /** @param {Event} event */
  #let(event) {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (slider.dataset.slider === "seek") {
      this.#seeking = false;
      player.seek(Number(slider.value));
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { slider } = /** @type {HTMLElement} */ (event.target).dataset;
    const direction = ["ArrowLeft", "", "ArrowRight"].indexOf(event.key) - 1;
    if (slider === "seek" && Math.abs(direction) === 1) {
      event.preventDefault();
      player.seek(player.positionSec + direction * SEEK_SEC);
    }
  }

  /** @param {CustomEvent<{ newBody: HTMLElement }>} event */
  #pageComes({ detail: { newBody } }) {
    this.#close();
    const successor = newBody.querySelector("player-bar");
    if (successor && successor.getAttribute("lang") !== this.lang) {
      // Turbo would keep the words of the old language.
      this.replaceWith(successor.cloneNode(true));
    }
  }

  #close() {
    this.#sheet.close();
    this.#drawer.close();
  }

  /** In place of the cover, where there is no room for both. @param {boolean} shown */
  #showLyrics(shown) {
    this.#sheet.toggleAttribute("data-lyrics", shown);
    for (const button of this.querySelectorAll("[data-action=lyrics]")) {
      button.setAttribute("aria-pressed", String(shown));
    }
  }

  #render() {
    const { current, playing, problem, queue } = player;
    this.dataset.state = !current ? "empty" : playing ? "playing" : "paused";
    showOnly(this, "data-playing", String(playing));
    showOnly(this, "data-track", current ? "known" : "none");
    showOnly(this, "data-problem", problem);
    this.#enable("[data-action=toggle], [data-slider=seek]", current !== null);
    this.#enable("[data-action=previous]", current !== null);
    this.#enable("[data-action=next]", queue.hasNext);
    fill(this, {
      title: current?.title ?? "",
      artist: current?.artist ?? "",
      release: current?.release ?? "",
    });
    for (const link of this.querySelectorAll("a[data-release]")) {
      link.setAttribute("href", current?.releaseUrl || "/releases");
    }
    this.#modes(queue);
    this.#cover(current?.coverUrl ?? "");
    this.#position();
  }

  /** @param {import("./queue.js").Queue} queue */
  #modes({ isShuffled, repeat }) {
    showOnly(this, "data-repeat", repeat);
    for (const button of this.querySelectorAll("[data-action=shuffle]")) {
      button.setAttribute("aria-pressed", String(isShuffled));
    }
    for (const button of this.querySelectorAll("[data-action=repeat]")) {
      button.setAttribute("aria-pressed", String(repeat !== "off"));
    }
  }

  /** @param {string} selector @param {boolean} enabled */
  #enable(selector, enabled) {
    for (const control of this.querySelectorAll(selector)) {
      control.toggleAttribute("disabled", !enabled);
    }
  }

  /** @param {string} url */
  #cover(url) {
    for (const image of this.querySelectorAll("img[data-cover]")) {
      image.toggleAttribute("hidden", !url);
      if (url && image.getAttribute("src") !== url) {
        image.setAttribute("src", url);
      }
    }
  }

  #position() {
    if (!this.#seeking) {
      this.#showPosition(player.positionSec);
    }
  }

  /** @param {number} positionSec */
  #showPosition(positionSec) {
    const { durationSec } = player;
    const position = clockTime(positionSec);
    const duration = lengthTime(durationSec);
    fill(this, { position, duration });
    const said = `${position} / ${duration}`;
    const reach = Number.isFinite(player.reachSec) ? player.reachSec : 1;
    this.#slide("seek", positionSec, Math.max(reach, positionSec), said);
    const share = durationSec ? positionSec / durationSec : 0;
    this.style.setProperty("--progress", String(share));
  }

  #volume() {
    const volume = player.muted ? 0 : player.volume;
    const level = volume === 0 ? "none" : volume < LOUD_FROM ? "low" : "high";
    showOnly(this, "data-level", level);
    for (const button of this.querySelectorAll("[data-action=mute]")) {
      button.setAttribute("aria-pressed", String(player.muted));
    }
    this.#slide("volume", volume, 1, `${Math.round(volume * 100)} %`);
  }

  /** @param {string} name @param {number} value @param {number} max @param {string} said */
  #slide(name, value, max, said) {
    for (const found of this.querySelectorAll(`[data-slider=${name}]`)) {
      const slider = /** @type {HTMLInputElement} */ (found);
      slider.max = String(max);
      slider.value = String(value);
      slider.style.setProperty("--filled", String(Math.min(1, value / max)));
      slider.setAttribute("aria-valuetext", said);
    }
  }

  get #drawer() {
    return /** @type {QueueDrawer} */ (this.querySelector("queue-drawer"));
  }

  get #lyrics() {
    return /** @type {LyricsPanel} */ (this.querySelector("lyrics-panel"));
  }

  get #sheet() {
    return /** @type {HTMLDialogElement} */ (
      this.querySelector("dialog.sheet")
    );
  }
}

customElements.define("player-bar", PlayerBar);
