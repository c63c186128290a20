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
 * @property {string} [codec] as SDP writes it: `audio/opus 48000/2`
 * @property {{ local: string, remote: string }} [pair] both ends of the way that ICE has chosen
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
  const by = (/** @type {string | undefined} */ id) =>
    all.find((one) => id !== undefined && one.id === id);
  const chosen = by(
    all.find((one) => one.type === "transport")?.selectedCandidatePairId,
  );
  // Firefox does not name the chosen one.
  const pair =
    chosen ?? all.find((one) => one.type === "candidate-pair" && one.nominated);
  const incoming = of("inbound-rtp");
  const outgoing = of("outbound-rtp");
  return {
    state,
    ...(incoming ? heard(incoming) : sent(outgoing, of("remote-inbound-rtp"))),
    roundTripMs: times(pair?.currentRoundTripTime, 1000),
    codec: codec(by((incoming ?? outgoing)?.codecId)),
    pair: ends(by(pair?.localCandidateId), by(pair?.remoteCandidateId)),
  };
}

/** @param {any} used */
function codec(used) {
  const channels = used?.channels ? `/${used.channels}` : "";
  return used && `${used.mimeType} ${used.clockRate}${channels}`;
}

/** @param {any} local @param {any} remote */
function ends(local, remote) {
  return local && remote && { local: end(local), remote: end(remote) };
}

/**
 * Browsers keep an address of the home network to themselves (mDNS).
 *
 * @param {{ candidateType: string, address?: string | null, port: number, protocol: string }} candidate
 */
function end({ candidateType, address, port, protocol }) {
  const host = address?.includes(":") ? `[${address}]` : address;
  return `${candidateType} ${host || "*"}:${port} ${protocol}`;
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
