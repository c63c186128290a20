/**
 * How much of the host's uplink the sound takes: what the host has chosen, less while packets get lost on the way to the
 * relay, and more again when they do not.
 */

const LOOK_EVERY_MS = 2_000;
export const CHOICES_KBPS = [64, 96, 128, 192, 256];
const LEAST_KBPS = 64;
const STEP_KBPS = 16;
/** Of packets; a single loss now and then is what NACK is for. */
const TOO_MANY_LOST = 0.05;
const HARDLY_ANY_LOST = 0.01;
/** Looks without loss before there is more again. */
const CALM_LOOKS = 5;

/** @typedef {{ kbps: number, calm: number }} Pace */

/**
 * @param {Pace} pace
 * @param {number} chosenKbps
 * @param {number} fractionLost of what was sent since the report before, 0 to 1
 * @returns {Pace}
 */
export function paceAfter({ kbps, calm }, chosenKbps, fractionLost) {
  if (fractionLost > TOO_MANY_LOST) {
    const less = Math.round(kbps * 0.75);
    return { kbps: Math.max(Math.min(LEAST_KBPS, chosenKbps), less), calm: 0 };
  }
  if (fractionLost > HARDLY_ANY_LOST || kbps >= chosenKbps) {
    return { kbps: Math.min(kbps, chosenKbps), calm: 0 };
  }
  return calm + 1 < CALM_LOOKS
    ? { kbps, calm: calm + 1 }
    : { kbps: Math.min(chosenKbps, kbps + STEP_KBPS), calm: 0 };
}

export class Bitrate {
  /** @type {Pace} */
  #pace;
  /** @type {RTCRtpSender | null} */
  #sender = null;
  #lastReport = 0;

  /** @param {number} chosenKbps */
  constructor(chosenKbps) {
    this.chosenKbps = chosenKbps;
    this.#pace = { kbps: chosenKbps, calm: 0 };
  }

  get bitsPerSecond() {
    return this.#pace.kbps * 1000;
  }

  /** @param {number} kbps */
  choose(kbps) {
    this.chosenKbps = kbps;
    this.#set({ kbps, calm: 0 });
  }

  /** @param {RTCRtpSender} sender @param {AbortSignal} signal */
  follow(sender, signal) {
    this.#sender = sender;
    this.#lastReport = 0;
    const timer = setInterval(() => this.#look(sender), LOOK_EVERY_MS);
    signal.addEventListener("abort", () => {
      clearInterval(timer);
      if (this.#sender === sender) {
        this.#sender = null;
      }
    });
  }

  /** @param {RTCRtpSender} sender */
  async #look(sender) {
    for (const report of (await sender.getStats()).values()) {
      const { type, timestamp, fractionLost } = report;
      // Each report of the relay counts once.
      if (type === "remote-inbound-rtp" && timestamp > this.#lastReport) {
        this.#lastReport = timestamp;
        this.#set(paceAfter(this.#pace, this.chosenKbps, fractionLost ?? 0));
      }
    }
  }

  /** @param {Pace} pace */
  async #set(pace) {
    const isOther = pace.kbps !== this.#pace.kbps;
    this.#pace = pace;
    const sender = this.#sender;
    const parameters = sender?.getParameters();
    if (isOther && sender && parameters?.encodings?.length) {
      parameters.encodings[0].maxBitrate = this.bitsPerSecond;
      await sender.setParameters(parameters).catch((refused) => {
        console.warn("[party-host] Bitrate not changed", refused);
      });
    }
  }
}
