/** What a browser's own statistics (W3C webrtc-stats) say of the sound, in milliseconds and shares. */

/**
 * @typedef {object} BrowserNumbers
 * @property {string} state
 * @property {number} [packets]
 * @property {number} [bytes]
 * @property {number} [lost]
 * @property {number} [repeated]
 * @property {number} [jitterMs]
 * @property {number} [concealed] of all that was played, from 0 to 1
 * @property {number} [delayMs] in the jitter buffer, on average since the beginning
 * @property {number} [roundTripMs]
 */

/**
 * @param {Iterable<any>} report
 * @param {string} state
 * @returns {BrowserNumbers}
 */
export function browserNumbers(report, state) {
  const all = [...report];
  const of = (/** @type {string} */ type) =>
    all.find((one) => one.type === type && one.kind === "audio");
  const pair = all.find(
    (one) => one.type === "candidate-pair" && one.nominated,
  );
  const roundTripMs = times(pair?.currentRoundTripTime, 1000);
  const incoming = of("inbound-rtp");
  return incoming
    ? { state, ...heard(incoming), roundTripMs }
    : {
        state,
        ...sent(of("outbound-rtp"), of("remote-inbound-rtp")),
        roundTripMs,
      };
}

/** A frame, the codec's own delay and the sound card's, on both sides, milliseconds. */
const OWN_DELAYS_MS = 60;

/**
 * How far behind the host's page a listener's is, seconds: what the buffer holds back, and the way to the relay for the
 * way from there and, for want of a better guess, for the host's.
 *
 * @param {BrowserNumbers} numbers
 * @returns {number | undefined} nothing while nothing is known
 */
export function behindSec({ delayMs, roundTripMs }) {
  return delayMs === undefined
    ? undefined
    : (delayMs + (roundTripMs ?? 0) + OWN_DELAYS_MS) / 1000;
}

/** @param {any} incoming */
function heard(incoming) {
  return {
    packets: incoming.packetsReceived,
    bytes: incoming.bytesReceived,
    lost: incoming.packetsLost,
    jitterMs: times(incoming.jitter, 1000),
    concealed: share(incoming.concealedSamples, incoming.totalSamplesReceived),
    delayMs: times(
      share(incoming.jitterBufferDelay, incoming.jitterBufferEmittedCount),
      1000,
    ),
  };
}

/** @param {any} outgoing @param {any} reported */
function sent(outgoing, reported) {
  return {
    packets: outgoing?.packetsSent,
    bytes: outgoing?.bytesSent,
    repeated: outgoing?.retransmittedPacketsSent,
    lost: reported?.packetsLost,
    jitterMs: times(reported?.jitter, 1000),
  };
}

/** @param {number | undefined} value @param {number} factor */
function times(value, factor) {
  return value === undefined ? undefined : value * factor;
}

/** @param {number | undefined} part @param {number | undefined} whole */
function share(part, whole) {
  return part === undefined || !whole ? undefined : part / whole;
}
