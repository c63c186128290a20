/** Lets one track follow another: fetches the next in time, begins it when this one ends, or a crossfade before that. */

import { factorOf } from "./gain.js";
import {
  beginsInMs,
  isLengthSure,
  overlapOf,
  PREPARE_SEC,
  StartDelay,
} from "./handover.js";
import { sound } from "./sound.js";

/** @typedef {import("./queue.js").Queue} Queue */

/** Event: `handedOver`, `detail`: the queue as it is now; `refused`, when only the element that was tapped may play. */
export class Gapless extends EventTarget {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Web Audio runs already; an element by itself opens the loudspeaker anew. */
  #startDelays = { connected: new StartDelay(0), alone: new StartDelay(75) };

  /** @param {import("./decks.js").Decks} decks */
  constructor(decks) {
    super();
    this.decks = decks;
  }

  /**
   * Four times a second, while it plays.
   *
   * @param {Queue} queue
   * @param {Queue | null} following
   * @param {import("./settings.js").Settings} settings
   */
  look(queue, following, { crossfadeSec, levelling }) {
    this.wait();
    const next = following?.current;
    const { active, spare } = this.decks;
    const { duration } = active;
    if (!next || active.paused || active.seeking || !(duration > 0)) {
      return;
    }
    const remainingSec = duration - active.currentTime;
    const nextSec = next.durationSec || spare.duration;
    const overlapSec = overlapOf(crossfadeSec, duration, nextSec);
    if (remainingSec < PREPARE_SEC + overlapSec) {
      this.decks.prepare(next);
    }
    const ms = beginsInMs(remainingSec, overlapSec, this.#startDelay.ms);
    if (
      ms !== null &&
      isLengthSure(duration, queue.current?.durationSec ?? 0)
    ) {
      this.#timer = setTimeout(() => {
        sound.setLevel(this.decks.spare, factorOf(next, levelling));
        this.#handOver(following, overlapSec);
      }, ms);
    }
  }

  /** Until the next look. */
  wait() {
    clearTimeout(this.#timer);
  }

  /** Ends a crossfade before its time. */
  dropTail() {
    this.wait();
    if (this.decks.isSpareHeard) {
      this.decks.drop();
      sound.settle(this.decks.active);
    }
  }

  /** The next track begins while the end of this one is still on its way to the ear. @param {Queue} following @param {number} overlapSec */
  #handOver(following, overlapSec) {
    const track = following.current;
    if (track && this.decks.isReady(track)) {
      const { active: before, spare: next } = this.decks;
      this.decks.swap();
      sound.settle(next);
      this.#begin(next);
      if (overlapSec > 0) {
        sound.crossfade(before, next, overlapSec);
      }
      this.dispatchEvent(new CustomEvent("handedOver", { detail: following }));
    }
  }

  /** @param {HTMLAudioElement} element */
  async #begin(element) {
    const asked = performance.now();
    const delay = this.#startDelay;
    const learn = () =>
      delay.learn(performance.now() - asked - element.currentTime * 1000);
    element.addEventListener("timeupdate", learn, { once: true });
    try {
      await element.play();
    } catch (error) {
      if (error instanceof DOMException && error.name === "NotAllowedError") {
        this.decks.swap();
        this.dispatchEvent(new Event("refused"));
      }
    }
  }

  get #startDelay() {
    const { connected, alone } = this.#startDelays;
    return sound.context ? connected : alone;
  }
}
