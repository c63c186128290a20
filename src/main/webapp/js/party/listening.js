/**
 * The party that this tab listens to, and its sound. Lives as long as the document does, so that pages come and go around
 * it.
 *
 * Event: `change`.
 */

import { giveBack, lend, show } from "../player/media-session.js";
import { player } from "../player/player.js";
import { glance } from "./glance.js";
import { remember } from "./listened-to.js";
import { shownPhase } from "./listener-state.js";
import { PartyListener } from "./listener.js";
import { load } from "./session-state.js";

const VOLUME_KEY = "tutti.listener.volume";
const NAME_KEY = "tutti.listener.name";
const PAUSED_KEY = "tutti.listener.paused";
/** Between the tabs of this browser. */
const CHANNEL = "tutti.listener";
const PASSWORD_KEY = "tutti.listener.password.";
/** What there is nothing to hear in. */
const LOCKED = ["password", "wrongPassword"];
const OVER = [
  "ended",
  "unknown",
  "full",
  "off",
  "refused",
  "signedOut",
  ...LOCKED,
];

class ListenedParty extends EventTarget {
  /** @type {PartyListener | null} */
  listener = null;
  /** Paused on this device; the host's resume does not undo it. */
  pausedHere = false;
  /** The browser wants a tap before there is sound. */
  needsTap = false;
  /** Beside the body, which pages take with them. */
  audio = document.documentElement.appendChild(new Audio());
  #gone = new AbortController();
  #tabs = new BroadcastChannel(CHANNEL);
  /** Began to sound, Unix milliseconds. */
  #soundsSince = 0;
  /** Another stream is being put in: what the element pauses then is nobody's wish. */
  #changing = false;
  #turn = 0;
  /** The lock screen and the media keys command it, until it is over. */
  #hasKeys = false;
  #orders = { play: () => this.resume(), pause: () => this.pause() };

  constructor() {
    super();
    const { audio } = this;
    audio.volume = Number(localStorage.getItem(VOLUME_KEY) ?? "1");
    audio.addEventListener("play", () => this.#played());
    audio.addEventListener("playing", () => this.#sounds());
    audio.addEventListener("pause", () => this.#paused());
    audio.addEventListener("volumechange", () => this.#changed());
    player.addEventListener("play", () => this.#playerPlays());
    this.#tabs.addEventListener("message", ({ data }) =>
      this.#anotherTabSounds(data),
    );
  }

  get sessionId() {
    return this.listener?.sessionId ?? "";
  }

  get isLocked() {
    return LOCKED.includes(this.listener?.state.phase ?? "");
  }

  get isOver() {
    return !this.listener || OVER.includes(this.listener.state.phase);
  }

  /** This tab has a party of its own, or takes it up again. */
  get hostsHere() {
    return glance.state !== "off" || load(sessionStorage).isActive;
  }

  /** What to show of it: before any music nothing has been paused. */
  get shownPhase() {
    if (!this.listener) {
      return "none";
    }
    const { state } = this.listener;
    const phase = shownPhase(state);
    return phase === "hostPaused" && !state.track ? "waiting" : phase;
  }

  /** What a button can do about it. @returns {"none" | "tap" | "paused" | "on"} */
  get sound() {
    if (this.isOver) {
      return "none";
    }
    return this.needsTap ? "tap" : this.pausedHere ? "paused" : "on";
  }

  /** The party can be heard from this page now, or could, were it louder. */
  get soundsHere() {
    return this.shownPhase === "live" && !this.audio.paused && !this.pausedHere;
  }

  /** What was said on this device, or else what the person who is signed in is called; an empty one was said, too. */
  get name() {
    const bar = /** @type {HTMLElement | null} */ (
      document.querySelector("live-bar")
    );
    return localStorage.getItem(NAME_KEY) ?? bar?.dataset.person ?? "";
  }

  /** What the host and the chat see. @param {string} name */
  introduce(name) {
    localStorage.setItem(NAME_KEY, name);
    if (this.listener) {
      this.listener.name = name;
      this.listener.together.introduce(name);
    }
  }

  /** Goes on with it, if it is the one. @param {string} sessionId */
  join(sessionId) {
    if (this.sessionId === sessionId && !this.isOver) {
      this.#changed();
      return;
    }
    this.leave();
    // Who hosts here would hear the music twice.
    this.pausedHere =
      this.hostsHere || sessionStorage.getItem(PAUSED_KEY) === sessionId;
    const { signal } = this.#gone;
    const listener = new PartyListener(sessionId);
    listener.name = this.name;
    listener.password = sessionStorage.getItem(PASSWORD_KEY + sessionId) ?? "";
    listener.addEventListener("change", () => this.#changed(), { signal });
    listener.addEventListener("stream", () => this.#play(), { signal });
    this.listener = listener;
    remember(sessionStorage, sessionId);
    listener.open();
    this.#changed();
  }

  leave() {
    this.#gone.abort();
    this.#gone = new AbortController();
    this.listener?.close();
    this.listener = null;
    remember(sessionStorage, "");
    this.needsTap = false;
    this.audio.srcObject = null;
    this.#changed();
  }

  /** After it was sent away: with nothing that it kept of this party, in case that was the reason. */
  comeAgain() {
    const { sessionId } = this;
    this.#forget();
    this.join(sessionId);
  }

  /** The next tab must not be sent away for it, too. */
  #forget() {
    localStorage.removeItem(NAME_KEY);
    sessionStorage.removeItem(PASSWORD_KEY + this.sessionId);
  }

  /** A reload must not ask for it again. @param {string} password */
  enter(password) {
    sessionStorage.setItem(PASSWORD_KEY + this.sessionId, password);
    this.listener?.enter(password);
  }

  resume() {
    this.#pauses(false);
    this.#play();
  }

  pause() {
    this.#pauses(true);
    this.audio.pause();
    this.#changed();
  }

  /** @param {number} volume 0 to 1 */
  setVolume(volume) {
    this.audio.volume = volume;
    this.audio.muted = false;
    localStorage.setItem(VOLUME_KEY, String(volume));
  }

  toggleMute() {
    this.audio.muted = !this.audio.muted;
  }

  async #play() {
    const { audio, listener } = this;
    const turn = ++this.#turn;
    this.#changing = true;
    audio.srcObject = listener?.stream ?? null;
    if (this.pausedHere || !listener) {
      return;
    }
    const needsTap = await audio.play().then(
      () => false,
      ({ name }) => name === "NotAllowedError",
    );
    if (turn === this.#turn) {
      this.needsTap = needsTap;
      this.#changed();
    }
  }

  #played() {
    this.#pauses(false);
    this.#changed();
  }

  /** Not two musics at once; but who hosts here plays for others. */
  #sounds() {
    this.#changing = false;
    this.#soundsSince = Date.now();
    this.#tabs.postMessage(this.#soundsSince);
    if (player.playing && !this.hostsHere) {
      player.pause();
    }
    this.#changed();
  }

  /** The one that was asked for last is heard. @param {number} since */
  #anotherTabSounds(since) {
    if (!this.audio.paused && since >= this.#soundsSince) {
      this.pause();
    }
  }

  #playerPlays() {
    if (!this.audio.paused && !this.hostsHere) {
      this.pause();
    }
  }

  /** Headphones that are pulled out, a phone call: the browser pauses without being asked. */
  #paused() {
    if (!this.#changing && !this.audio.ended && this.listener) {
      this.#pauses(true);
    }
    this.#changed();
  }

  /** Another page of this tab that is loaded anew does not play either. @param {boolean} here */
  #pauses(here) {
    this.pausedHere = here;
    if (here) {
      sessionStorage.setItem(PAUSED_KEY, this.sessionId);
    } else {
      sessionStorage.removeItem(PAUSED_KEY);
    }
  }

  #changed() {
    const hasKeys = !this.isOver;
    if (hasKeys !== this.#hasKeys) {
      this.#hasKeys = hasKeys;
      hasKeys ? lend(this.#orders) : giveBack(this.#orders);
    }
    if (hasKeys && this.listener) {
      show(this.listener.state.track, !this.audio.paused);
    }
    if (this.listener?.state.phase === "refused") {
      this.#forget();
    }
    if (this.listener?.state.phase === "ended") {
      sessionStorage.removeItem(PASSWORD_KEY + this.sessionId);
    }
    this.dispatchEvent(new Event("change"));
  }
}

export const listening = new ListenedParty();
