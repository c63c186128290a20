/** Why a track does not play, in a word for which the page has a sentence. */

/** @typedef {"gone" | "unplayable" | "unconverted" | "offline" | "signedOut"} Problem */

/** `MediaError.MEDIA_ERR_DECODE` */
const DECODE_FAILED = 3;

/** With these the next track may still play. @type {ReadonlySet<Problem>} */
export const SKIPPED = new Set(["gone", "unplayable", "unconverted"]);

/** The server has no ffmpeg to make it into what browsers play. */
const UNSUPPORTED_MEDIA_TYPE = 415;

/** It has tried. */
const UNPROCESSABLE = 422;

/** Nobody is refused one track only. */
const REFUSED = [401, 403];

/**
 * A media element says "not supported" for a missing file and for a silent server too, so we look.
 *
 * @param {MediaError | null} error
 * @param {string} url
 * @returns {Promise<Problem>}
 */
export async function problemWith(error, url) {
  if (error?.code === DECODE_FAILED) {
    return "unplayable";
  }
  try {
    const response = await fetch(url, { headers: { Range: "bytes=0-0" } });
    await response.body?.cancel();
    return response.ok ? "unplayable" : problemOf(response.status);
  } catch {
    return "offline";
  }
}

/** @param {number} status @returns {Problem} */
function problemOf(status) {
  if (REFUSED.includes(status)) {
    return "signedOut";
  }
  if (status === UNSUPPORTED_MEDIA_TYPE) {
    return "unconverted";
  }
  if (status === UNPROCESSABLE) {
    return "unplayable";
  }
  return status < 500 ? "gone" : "offline";
}
