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

/** @typedef {{ packetsSent: number, retransmittedPacketsSent?: number }} Sent as `outbound-rtp` counts: those sent again, too */

/**
 * What the uplink has lost since the counts before. For the relay's report what comes late is not lost (RFC 3550
 * §6.4.1), and what it asked for again comes late: it tells of hardly any loss where a fifth is.
 *
 * @param {Sent} now
 * @param {Sent} before
 * @param {number} fractionLost as the relay reports it, 0 to 1
 */
export function lostOnTheWay(now, before, fractionLost) {
  const again =
    (now.retransmittedPacketsSent ?? 0) -
    (before.retransmittedPacketsSent ?? 0);
  const first = now.packetsSent - before.packetsSent - again;
  const repaired = first > 0 ? Math.max(0, again) / first : 0;
  return Math.min(1, fractionLost + repaired);
}

const NOTHING_SENT = { packetsSent: 0, retransmittedPacketsSent: 0 };

export class Bitrate {
  /** @type {Pace} */
  #pace;
  /** @type {RTCRtpSender | null} */
  #sender = null;
  #lastReport = 0;
  /** @type {Sent} at that report */
  #sent = NOTHING_SENT;

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
    this.#sent = NOTHING_SENT;
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
    const reports = [...(await sender.getStats()).values()];
    const relays = reports.find(({ type }) => type === "remote-inbound-rtp");
    const sent = reports.find(({ type }) => type === "outbound-rtp");
    // Each report of the relay counts once.
    if (sent && relays?.timestamp > this.#lastReport) {
      const { fractionLost = 0, timestamp } = relays;
      const lost = lostOnTheWay(sent, this.#sent, fractionLost);
      this.#lastReport = timestamp;
      this.#sent = sent;
      this.#set(paceAfter(this.#pace, this.chosenKbps, lost));
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
