/**
 * The two `<audio>` elements, which live in the module and so outlive every page, and the one Web Audio graph around them:
 *
 *     element → source → level (ReplayGain) → fade ─┐
 *     element → source → level (ReplayGain) → fade ─┴┬→ tap (a MediaStream, for a party)
 *                                                    └→ gain (volume here) → loudspeaker
 *
 * A source can be made once for an element, for ever. Until a party, ReplayGain or a crossfade needs it there is no graph
 * and the elements play by themselves: behind a locked screen an iPhone silences Web Audio, and elements it does not.
 */

import { journal } from "../lib/journal.js";
import { fadeCurve } from "./gain.js";

const FADE_SEC = 0.01;

/** @typedef {{ level: GainNode, fade: GainNode }} Strip of one element, as a mixing desk has it */

class Sound {
  elements = [new Audio(), new Audio()];
  #volume = 1;
  #muted = false;
  /** By element; kept for when there is a graph. @type {Map<HTMLAudioElement, number>} */
  #levels = new Map();
  /** @type {{ context: AudioContext, gain: GainNode, stream: MediaStream, strips: Map<HTMLAudioElement, Strip> } | null} */
  #graph = null;

  /** @returns {AudioContext | null} null before there is a graph */
  get context() {
    return this.#graph?.context ?? null;
  }

  get volume() {
    return this.#volume;
  }

  /** @param {number} volume 0 to 1; of this device, not of a party */
  set volume(volume) {
    this.#volume = Math.min(1, Math.max(0, volume));
    this.#apply();
  }

  get muted() {
    return this.#muted;
  }

  set muted(muted) {
    this.#muted = muted;
    this.#apply();
  }

  /** The sound as a stream of two channels, whatever the volume here. Always the same stream. */
  capture() {
    journal.note(
      this.#graph
        ? "[party-host] Reusing existing audio capture"
        : "[party-host] Creating new audio capture",
    );
    return this.#connected().stream;
  }

  /** From now on levels and fades are heard. */
  connect() {
    this.#connected();
  }

  /** @param {HTMLAudioElement} element @param {number} factor */
  setLevel(element, factor) {
    this.#levels.set(element, factor);
    this.#graph?.strips
      .get(element)
      ?.level.gain.setTargetAtTime(
        factor,
        this.#graph.context.currentTime,
        FADE_SEC,
      );
  }

  /** @param {HTMLAudioElement} from @param {HTMLAudioElement} to @param {number} sec */
  crossfade(from, to, sec) {
    this.#fade(from, fadeCurve("out"), sec);
    this.#fade(to, fadeCurve("in"), sec);
  }

  /** No fade any more, or none yet. @param {HTMLAudioElement} element */
  settle(element) {
    const fade = this.#graph?.strips.get(element)?.fade.gain;
    fade?.cancelScheduledValues(0);
    fade?.setValueAtTime(1, this.#graph?.context.currentTime ?? 0);
  }

  /** A browser may suspend a context until a tap, or after an interruption; while that lasts, Safari refuses. */
  async resumeContext() {
    if (this.context && this.context.state !== "running") {
      await this.context.resume().catch(() => {});
    }
  }

  /** After a phone call (Safari's "interrupted") or whatever else has silenced what plays, as soon as it may. */
  #goOn() {
    if (this.elements.some((element) => !element.paused)) {
      this.resumeContext();
    }
  }

  #connected() {
    if (!this.#graph) {
      this.#graph = this.#connect();
      this.#apply();
    }
    return this.#graph;
  }

  #connect() {
    const context = new AudioContext({
      latencyHint: "interactive",
      sampleRate: 48_000,
    });
    context.addEventListener("statechange", () => this.#goOn());
    document.addEventListener("visibilitychange", () => this.#goOn());
    const tap = new MediaStreamAudioDestinationNode(context, {
      channelCount: 2,
      channelCountMode: "explicit",
    });
    const gain = context.createGain();
    gain.connect(context.destination);
    const strips = new Map(
      this.elements.map((element) => [element, this.#strip(context, element)]),
    );
    for (const { fade } of strips.values()) {
      fade.connect(tap);
      fade.connect(gain);
    }
    return { context, gain, stream: tap.stream, strips };
  }

  /** @param {AudioContext} context @param {HTMLAudioElement} element @returns {Strip} */
  #strip(context, element) {
    const level = context.createGain();
    level.gain.value = this.#levels.get(element) ?? 1;
    const fade = context.createGain();
    context.createMediaElementSource(element).connect(level).connect(fade);
    return { level, fade };
  }

  /** @param {HTMLAudioElement} element @param {Float32Array} curve @param {number} sec */
  #fade(element, curve, sec) {
    const fade = this.#graph?.strips.get(element)?.fade.gain;
    fade?.cancelScheduledValues(0);
    fade?.setValueCurveAtTime(
      curve,
      this.#graph?.context.currentTime ?? 0,
      sec,
    );
  }

  #apply() {
    const heard = this.#muted ? 0 : this.#volume;
    for (const element of this.elements) {
      // The element's own volume acts before the tap: a party would hear it.
      element.volume = this.#graph ? 1 : this.#volume;
      element.muted = this.#graph ? false : this.#muted;
    }
    const { gain, context } = this.#graph ?? {};
    gain?.gain.setTargetAtTime(heard, context?.currentTime ?? 0, FADE_SEC);
  }
}

export const sound = new Sound();
