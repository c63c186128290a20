/** A queue as the server tells it, which another device may have left there. */

import { Queue } from "./queue.js";
import { trackTold } from "./tracks-on-page.js";

/** A tab that was in use a moment ago keeps what it has: a reload is no other device. */
const IN_USE_MS = 30 * 60 * 1000;

/**
 * @param {any} told
 * @returns {{ queue: Queue, positionSec: number }}
 */
export function queueTold(told) {
  const { tracks, index, position, shuffle, repeat } = told;
  const queue = Queue.from({
    tracks: tracks.map(trackTold),
    index,
    isShuffled: shuffle,
    repeat,
  });
  return { queue, positionSec: Number.isFinite(position) ? position : 0 };
}

/**
 * @param {any} told
 * @param {{ playing: boolean, queue: Queue, touchedMs: number }} here
 * @param {number} nowMs
 * @returns {boolean} whether it is to take the place of what is here
 */
export function newerQueue(told, { playing, queue, touchedMs }, nowMs) {
  if (!Array.isArray(told?.tracks) || told.tracks.length === 0 || playing) {
    return false;
  }
  const inUse = nowMs - touchedMs < IN_USE_MS;
  return queue.length === 0 || (!inUse && Date.parse(told.changed) > touchedMs);
}
