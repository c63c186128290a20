/** How this device plays: kept for all its tabs. */

import { LEVELLINGS } from "./gain.js";

const KEY = "tutti.sound";
export const LONGEST_CROSSFADE_SEC = 12;

/**
 * @typedef {object} Settings
 * @property {number} crossfadeSec
 * @property {import("./gain.js").Levelling} levelling
 */

/** @param {Pick<Storage, "getItem">} storage @returns {Settings} */
export function loadSettings(storage) {
  const { crossfadeSec, levelling } = read(storage);
  return {
    crossfadeSec: Number.isFinite(crossfadeSec)
      ? Math.min(LONGEST_CROSSFADE_SEC, Math.max(0, crossfadeSec))
      : 0,
    levelling: LEVELLINGS.includes(levelling) ? levelling : "off",
  };
}

/** @param {Pick<Storage, "setItem">} storage @param {Settings} settings */
export function saveSettings(storage, settings) {
  try {
    storage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A full or forbidden storage forgets, and plays.
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
