/**
 * The one `<audio>` element, which lives in the module and so outlives every page, and the one Web Audio graph around it:
 *
 *     element → source ─┬→ tap (a MediaStream, for a party)
 *                       └→ gain (volume here) → loudspeaker
 *
 * A source can be made once for an element, for ever. Without a party there is no graph and the element plays by itself.
 */

const FADE_SEC = 0.01;

class Sound {
  element = new Audio();
  #volume = 1;
  #muted = false;
  /** @type {{ context: AudioContext, gain: GainNode, stream: MediaStream } | null} */
  #graph = null;

  constructor() {
    this.element.preload = "metadata";
  }

  /** @returns {AudioContext | null} null before the first capture */
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
    if (this.#graph) {
      console.info("[party-host] Reusing existing audio capture");
    } else {
      console.info("[party-host] Creating new audio capture");
      this.#graph = this.#connect();
      this.#apply();
    }
    return this.#graph.stream;
  }

  /** A browser may suspend a context until a tap, or after an interruption. */
  async resumeContext() {
    if (this.context && this.context.state !== "running") {
      await this.context.resume();
    }
  }

  #connect() {
    const context = new AudioContext({
      latencyHint: "interactive",
      sampleRate: 48_000,
    });
    const source = context.createMediaElementSource(this.element);
    const tap = new MediaStreamAudioDestinationNode(context, {
      channelCount: 2,
      channelCountMode: "explicit",
    });
    const gain = context.createGain();
    source.connect(tap);
    source.connect(gain).connect(context.destination);
    return { context, gain, stream: tap.stream };
  }

  #apply() {
    const heard = this.#muted ? 0 : this.#volume;
    if (this.#graph) {
      // The element's own volume acts before the tap: a party would hear it.
      this.element.volume = 1;
      this.element.muted = false;
      const { gain, context } = this.#graph;
      gain.gain.setTargetAtTime(heard, context.currentTime, FADE_SEC);
    } else {
      this.element.volume = this.#volume;
      this.element.muted = this.#muted;
    }
  }
}

export const sound = new Sound();
