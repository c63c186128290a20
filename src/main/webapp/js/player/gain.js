/** How loud a track is to be played: ReplayGain 2.0, and the curves of a crossfade. */

/** @typedef {"off" | "track" | "release"} Levelling */

/** @type {readonly Levelling[]} */
export const LEVELLINGS = ["off", "track", "release"];

/** @typedef {Pick<import("./queue.js").Track, "gain" | "peak" | "releaseGain" | "releasePeak">} Levels */

/**
 * @param {Levels | null} levels
 * @param {Levelling} levelling
 * @returns {number} the factor for its samples
 */
export function factorOf(levels, levelling) {
  if (!levels || levelling === "off") {
    return 1;
  }
  const ofTrack = [levels.gain, levels.peak];
  const ofRelease = [levels.releaseGain, levels.releasePeak];
  const [first, second] =
    levelling === "track" ? [ofTrack, ofRelease] : [ofRelease, ofTrack];
  const [gain, peak] = first[0] === undefined ? second : first;
  return gain === undefined ? 1 : unclipped(10 ** (gain / 20), peak);
}

/**
 * Never above full scale. Where nobody knows the peak it may be there already.
 *
 * @param {number} factor @param {number | undefined} peak
 */
function unclipped(factor, peak = 1) {
  return peak > 0 ? Math.min(factor, 1 / peak) : factor;
}

const CURVE_POINTS = 64;

/**
 * Of equal power: two different pieces are together as loud as each of them.
 *
 * @param {"in" | "out"} direction
 */
export function fadeCurve(direction) {
  return Float32Array.from({ length: CURVE_POINTS }, (_, point) => {
    const angle = (point / (CURVE_POINTS - 1)) * (Math.PI / 2);
    return direction === "in" ? Math.sin(angle) : Math.cos(angle);
  });
}
