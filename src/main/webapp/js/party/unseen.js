/** What a host has not seen yet of what their listeners say and ask for. Without a page, so that it can be tested. */

const KEY = "tutti.party.seen";

/**
 * @typedef {{ said: import("./together.js").Said[], wishes: import("./together.js").Wish[] }} News
 * @typedef {{ number: number, wishes: string[] }} Seen the last message's number; the tracks that were asked for
 */

/** @returns {Seen} of a party that has just begun */
export function nothingSeen() {
  return { number: 0, wishes: [] };
}

/** All that there is by now. @param {News} news @returns {Seen} */
export function seenAll({ said, wishes }) {
  return {
    number: Math.max(0, ...said.map(({ number }) => number)),
    wishes: wishes.map(({ trackId }) => trackId),
  };
}

/**
 * One's own words are no news.
 *
 * @param {News} news
 * @param {Seen} seen
 */
export function unseen({ said, wishes }, seen) {
  return {
    said: said.filter(({ number, host }) => !host && number > seen.number),
    wishes: wishes.filter(({ trackId }) => !seen.wishes.includes(trackId)),
  };
}

/** A reload makes nothing new again. @param {Pick<Storage, "getItem">} storage @returns {Seen} */
export function loadSeen(storage) {
  try {
    return {
      ...nothingSeen(),
      ...JSON.parse(storage.getItem(KEY) ?? "{}"),
    };
  } catch {
    return nothingSeen();
  }
}

/** @param {Pick<Storage, "setItem">} storage @param {Seen} seen */
export function saveSeen(storage, seen) {
  storage.setItem(KEY, JSON.stringify(seen));
}

/** Nothing is left of a party that is over. @param {Pick<Storage, "removeItem">} storage */
export function forgetSeen(storage) {
  storage.removeItem(KEY);
}
