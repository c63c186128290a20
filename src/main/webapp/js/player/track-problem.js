/** Why a track does not play, in a word for which the page has a sentence. */

import { isAway } from "../lib/patience.js";

/**
 * `waiting`: the server has too much to do, and is asked again by itself; `busy`: only when somebody presses play. So it is
 * with `away` and `offline`, when it cannot be reached.
 *
 * @typedef {"gone" | "unplayable" | "unconverted" | "away" | "offline" | "signedOut" | "waiting" | "busy"} Problem
 */

/** @typedef {{ problem: Problem, againMs?: number }} Finding `againMs`: after how long it may play all the same */

/** `MediaError.MEDIA_ERR_DECODE` */
const DECODE_FAILED = 3;

/** With these the next track may still play. @type {ReadonlySet<Problem>} */
export const SKIPPED = new Set(["gone", "unplayable", "unconverted"]);

/** The server has no ffmpeg to make it into what browsers play. */
const UNSUPPORTED_MEDIA_TYPE = 415;

/** It has tried. */
const UNPROCESSABLE = 422;

const UNAVAILABLE = 503;

/** Nobody is refused one track only. */
const REFUSED = [401, 403];

/** A copy may have to be made first. */
const ANSWER_MS = 30_000;
const SOONEST_MS = 1_000;
const LATEST_MS = 60_000;

/**
 * A media element says "not supported" for a missing file and for a silent server too, so we look.
 *
 * @param {MediaError | null} error
 * @param {string} url
 * @returns {Promise<Finding>}
 */
export async function problemWith(error, url) {
  if (error?.code === DECODE_FAILED) {
    return { problem: "unplayable" };
  }
  try {
    const response = await fetch(url, {
      headers: { Range: "bytes=0-0" },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.body?.cancel();
    // What is there for us now was perhaps refused to the element a moment ago.
    return response.ok
      ? { problem: "unplayable", againMs: 0 }
      : findingOf(response);
  } catch {
    return { problem: "away" };
  }
}

/** @param {Response} response @returns {Finding} */
function findingOf({ status, headers }) {
  const againMs = retryAfterMs(headers.get("Retry-After"));
  // A page for people is what a gateway sends, or a server that is only starting.
  const isPage = headers.get("Content-Type")?.startsWith("text/html");
  return status === UNAVAILABLE && againMs !== null && !isPage
    ? { problem: "busy", againMs }
    : { problem: problemOf(status) };
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
  if (isAway({ status })) {
    return "away";
  }
  return status < 500 ? "gone" : "offline";
}

/** RFC 9110 §10.2.3: seconds or a date; within bounds. @param {string | null} value @returns {number | null} */
function retryAfterMs(value) {
  const ms = /^\d+$/.test(value ?? "")
    ? Number(value) * 1000
    : Date.parse(value ?? "") - Date.now();
  return Number.isNaN(ms)
    ? null
    : Math.min(LATEST_MS, Math.max(SOONEST_MS, ms));
}
