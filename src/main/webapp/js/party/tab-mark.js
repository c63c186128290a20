/**
 * Tells a tab that was reloaded, or restored after a crash, from one that was duplicated: all find the same sessionStorage.
 * The first has been left before; of a party in two tabs the other one answers.
 */

const KEY = "tutti.party.left";
const CHANNEL = "tutti.party";
/** A tab that plays music is awake. */
const ANSWERED_WITHIN_MS = 1_000;

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

/** Whether another tab has this party. @param {string} sessionId @returns {Promise<boolean>} */
export async function isElsewhere(sessionId) {
  const channel = new BroadcastChannel(CHANNEL);
  const answer = new Promise((resolve) => {
    channel.onmessage = ({ data }) => data.here === sessionId && resolve(true);
    setTimeout(() => resolve(false), ANSWERED_WITHIN_MS);
  });
  channel.postMessage({ where: sessionId });
  return answer.finally(() => channel.close());
}

/** @param {() => string} sessionId of the party that this tab has; empty when it has none */
export function answerWhere(sessionId) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data.where && data.where === sessionId()) {
      channel.postMessage({ here: data.where });
    }
  };
}
