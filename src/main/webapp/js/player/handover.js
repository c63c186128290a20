/** When the next track is begun, so that it sounds when this one ends, or a crossfade before. */

/** From here on the next track is fetched. */
export const PREPARE_SEC = 30;
/** From here on its start is timed; a `timeupdate` comes four times a second. */
const TIMED_SEC = 1;
const SLOWEST_START_MS = 250;
/** A file whose length is only guessed by the browser is heard to its end first. */
const LENGTH_DOUBT_SEC = 2;

/** How long it takes from `play()` to sound, learnt from each start. */
export class StartDelay {
  /** @param {number} ms a first guess */
  constructor(ms) {
    this.ms = ms;
  }

  /** @param {number} ms */
  learn(ms) {
    if (ms >= 0 && ms < SLOWEST_START_MS) {
      this.ms += (ms - this.ms) / 2;
    }
  }
}

/**
 * No longer than half of either track.
 *
 * @param {number} crossfadeSec as it was set
 * @param {number} durationSec
 * @param {number} nextDurationSec
 */
export function overlapOf(crossfadeSec, durationSec, nextDurationSec) {
  const half = Math.min(durationSec, nextDurationSec) / 2;
  return half > 0 ? Math.min(crossfadeSec, half) : 0;
}

/**
 * @param {number} remainingSec
 * @param {number} overlapSec
 * @param {number} startDelayMs
 * @returns {number | null} how long to wait until the next one is begun; null: look again later
 */
export function beginsInMs(remainingSec, overlapSec, startDelayMs) {
  const restSec = remainingSec - overlapSec;
  return restSec > TIMED_SEC
    ? null
    : Math.max(0, restSec * 1000 - startDelayMs);
}

/** @param {number} durationSec the element's @param {number} knownSec the catalogue's; 0: unknown */
export function isLengthSure(durationSec, knownSec) {
  return (
    Number.isFinite(durationSec) &&
    (!knownSec || Math.abs(durationSec - knownSec) < LENGTH_DOUBT_SEC)
  );
}
