/**
 * Tells a tab that was reloaded from one that was duplicated: both find the same sessionStorage, but only the first has
 * been left before. (A tab that crashed was not left either; it is asked, which does no harm.)
 */

const KEY = "tutti.party.left";

/** Takes the mark with it: asks once for each page load. @param {Storage} storage */
export function isThisTabs(storage) {
  const left = storage.getItem(KEY) !== null;
  storage.removeItem(KEY);
  return left;
}

/** @param {Storage} storage @param {() => boolean} isWorthIt */
export function markWhenLeft(storage, isWorthIt) {
  addEventListener("pagehide", () => isWorthIt() && storage.setItem(KEY, "1"));
  // Back from the browser's cache, it is there again.
  addEventListener("pageshow", () => storage.removeItem(KEY));
}
