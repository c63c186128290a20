/** What a tab remembers of its player, so that a reload finds it again. */

import { Queue } from "./queue.js";

const KEY = "tutti.player";

/**
 * @typedef {object} SavedState
 * @property {Queue} queue
 * @property {number} positionSec
 * @property {number} volume 0 to 1
 * @property {boolean} muted
 */

/**
 * @param {Pick<Storage, "getItem">} storage
 * @returns {SavedState}
 */
export function load(storage) {
  const { queue, positionSec, volume, muted } = read(storage);
  return {
    queue: Queue.from(queue),
    positionSec: Number.isFinite(positionSec) ? Math.max(0, positionSec) : 0,
    volume: Number.isFinite(volume) ? Math.min(1, Math.max(0, volume)) : 1,
    muted: muted === true,
  };
}

/**
 * @param {Pick<Storage, "setItem">} storage
 * @param {SavedState} state
 */
export function save(storage, state) {
  try {
    storage.setItem(KEY, JSON.stringify(state));
  } catch {
    // A full or forbidden storage costs the memory of a reload, not the music.
  }
}

/** @param {Pick<Storage, "getItem">} storage */
function read(storage) {
  try {
    return JSON.parse(storage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {};
  }
}
