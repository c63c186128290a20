/**
 * How far a track can be moved in: to its end where that is known, else as far as the element can go. An element that says
 * Infinity, or nothing, plays on all the same, and nobody is sent back to the beginning for it.
 * @param {number} durationSec the element's, the catalogue's, or 0 when nobody knows it
 * @param {TimeRanges} seekable the element's
 */
export function reachSec(durationSec, seekable) {
  if (durationSec > 0) {
    return durationSec;
  }
  const end = seekable.length > 0 ? seekable.end(seekable.length - 1) : 0;
  return end > 0 ? end : Infinity;
}

/**
 * Whether this is where the track ends, which nobody knows of one whose length is not known.
 * @param {number} positionSec
 * @param {number} durationSec 0 when nobody knows it
 * @param {number} nearSec
 */
export function isAtEnd(positionSec, durationSec, nearSec) {
  return (
    durationSec > 0 && positionSec > 0 && positionSec > durationSec - nearSec
  );
}
