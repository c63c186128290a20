/** What a tab remembers of its player, so that a reload finds it again. */

import { HeardTime } from "./heard-time.js";
import { Queue } from "./queue.js";

const KEY = "tutti.player";
/** By itself: a position is written each second, thousands of tracks are not. */
const QUEUE_KEY = "tutti.player.queue";

/**
 * @typedef {object} SavedState
 * @property {number} positionSec
 * @property {number} volume 0 to 1
 * @property {boolean} muted
 * @property {HeardTime} heard of the current track
 * @property {number} touchedMs when a person did something to it; 0: never
 */

/**
 * @param {Pick<Storage, "getItem">} storage
 * @returns {SavedState & { queue: Queue }}
 */
export function load(storage) {
  const { positionSec, volume, muted, heard, touchedMs } = read(storage, KEY);
  return {
    queue: Queue.from(read(storage, QUEUE_KEY)),
    positionSec: Number.isFinite(positionSec) ? Math.max(0, positionSec) : 0,
    volume: Number.isFinite(volume) ? Math.min(1, Math.max(0, volume)) : 1,
    muted: muted === true,
    heard: new HeardTime(heard),
    touchedMs: Number.isFinite(touchedMs) ? touchedMs : 0,
  };
}

/**
 * @param {Pick<Storage, "setItem">} storage
 * @param {SavedState} state
 */
export function save(storage, state) {
  write(storage, KEY, state);
}

/**
 * @param {Pick<Storage, "setItem">} storage
 * @param {Queue} queue
 */
export function saveQueue(storage, queue) {
  write(storage, QUEUE_KEY, queue);
}

/** @param {Pick<Storage, "setItem">} storage @param {string} key @param {unknown} value */
function write(storage, key, value) {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the memory of a reload, not the music.
  }
}

/** @param {Pick<Storage, "getItem">} storage @param {string} key */
function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key) ?? "{}") ?? {};
  } catch {
    return {};
  }
}
