/** Which line is being sung. */

/** @typedef {{ at?: number, text: string }} Line `at`: seconds, where the lyrics are synced */

/**
 * @param {readonly Line[]} lines in order
 * @param {number} positionSec
 * @returns {number} its index; -1 before the first
 */
export function lineAt(lines, positionSec) {
  return lines.findLastIndex(({ at = Infinity }) => at <= positionSec);
}

/**
 * @param {any} answer the server's
 * @returns {{ synced: boolean, lines: Line[] } | null}
 */
export function lyricsFrom(answer) {
  if (!Array.isArray(answer?.lines)) {
    return null;
  }
  const lines = answer.lines.filter(
    (/** @type {any} */ line) => typeof line?.text === "string",
  );
  const synced =
    answer.synced === true &&
    lines.every((/** @type {any} */ { at }) => Number.isFinite(at));
  return lines.length > 0 ? { synced, lines } : null;
}
