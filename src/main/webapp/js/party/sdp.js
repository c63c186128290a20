/** What has to be said in SDP so that music stays music (RFC 7587 §7). */

/**
 * Our offer as it should have been.
 *
 * @param {string} sdp
 * @returns {string}
 */
export function forMusic(sdp) {
  return withNack(withStereo(sdp));
}

/**
 * Lets lost packets be asked for again (RFC 4585 §4.2): Chromium can for sound too, but does not offer it.
 *
 * @param {string} sdp
 * @returns {string}
 */
export function withNack(sdp) {
  const payloadType = opusOf(sdp);
  if (
    !payloadType ||
    new RegExp(`^a=rtcp-fb:(${payloadType}|\\*) nack\\r?$`, "m").test(sdp)
  ) {
    return sdp;
  }
  return sdp.replace(
    new RegExp(`^(a=rtpmap:${payloadType} [^\\r\\n]*)(\\r?\\n)`, "m"),
    `$1$2a=rtcp-fb:${payloadType} nack$2`,
  );
}

/**
 * Asks for two channels: without `stereo=1` in the listener's own description Chromium decodes to one.
 *
 * @param {string} sdp
 * @returns {string}
 */
export function withStereo(sdp) {
  const payloadType = opusOf(sdp);
  if (!payloadType) {
    return sdp;
  }
  const fmtp = new RegExp(`^(a=fmtp:${payloadType} )([^\\r\\n]*)`, "m");
  if (!fmtp.test(sdp)) {
    return sdp.replace(
      new RegExp(`^(a=rtpmap:${payloadType} [^\\r\\n]*)(\\r?\\n)`, "m"),
      `$1$2a=fmtp:${payloadType} stereo=1;sprop-stereo=1$2`,
    );
  }
  return sdp.replace(fmtp, (_line, start, parameters) => {
    const kept = parameters
      .split(";")
      .filter((/** @type {string} */ one) => !/^\s*(sprop-)?stereo=/.test(one));
    return start + [...kept, "stereo=1", "sprop-stereo=1"].join(";");
  });
}

/** @param {string} sdp */
function opusOf(sdp) {
  return /^a=rtpmap:(\d+) opus\/48000\/2\r?$/im.exec(sdp)?.[1];
}
