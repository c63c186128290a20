/** Numbers of a connection as people read them, in their language. */

const NOT_KNOWN = "–";

/**
 * @param {import("./connections.js").Described} described
 * @param {string} language
 * @param {number} [kilobitsPerSecond] since the numbers before
 * @returns {Record<string, string>}
 */
export function shownNumbers({ relay, browser }, language, kilobitsPerSecond) {
  const write = writer(language);
  return {
    address: relay?.address ?? NOT_KNOWN,
    ipVersion: relay?.ipVersion ? `IPv${relay.ipVersion}` : "",
    srtpProfile: relay?.srtpProfile ?? "",
    transportId: relay?.transportId ?? NOT_KNOWN,
    payloadType: write.count(relay?.payloadType),
    since: write.time(relay?.securedAt ?? relay?.madeAt),
    packetsIn: write.count(relay?.packetsIn),
    bytesIn: write.bytes(relay?.bytesIn),
    packetsOut: write.count(relay?.packetsOut),
    bytesOut: write.bytes(relay?.bytesOut),
    retransmitted: write.count(relay?.retransmitted),
    dropped: write.count(relay?.dropped),
    fractionLost: write.share(relay?.fractionLost),
    roundTrip: write.millis(relay?.roundTripMs),
    codec: browser.codec ?? NOT_KNOWN,
    pair: browser.pair
      ? `${browser.pair.local} ↔ ${browser.pair.remote}`
      : NOT_KNOWN,
    browserPackets: write.count(browser.packets),
    browserBytes: write.bytes(browser.bytes),
    browserBitrate: write.kilobits(kilobitsPerSecond),
    browserLost: write.count(browser.lost),
    browserRepeated: write.count(browser.repeated),
    browserJitter: write.millis(browser.jitterMs),
    browserConcealed: write.share(browser.concealed),
    browserDelay: write.millis(browser.delayMs),
    browserRoundTrip: write.millis(browser.roundTripMs),
  };
}

/** @param {string} language */
function writer(language) {
  /** @param {Intl.NumberFormatOptions} options @param {number} [factor] */
  const number = (options, factor = 1) => {
    const format = new Intl.NumberFormat(language, options);
    return (/** @type {number | undefined} */ value) =>
      value === undefined ? NOT_KNOWN : format.format(value * factor);
  };
  const time = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
  return {
    count: number({}),
    share: number({ style: "percent", maximumFractionDigits: 1 }),
    millis: number({
      style: "unit",
      unit: "millisecond",
      maximumFractionDigits: 1,
    }),
    kilobits: number({
      style: "unit",
      unit: "kilobit-per-second",
      maximumFractionDigits: 0,
    }),
    bytes: number(
      {
        style: "unit",
        unit: "kilobyte",
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      },
      1 / 1000,
    ),
    time: (/** @type {number | undefined} */ value) =>
      value === undefined ? NOT_KNOWN : time.format(value),
  };
}
