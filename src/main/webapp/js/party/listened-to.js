/** Which party a tab listens to, so that a reload finds it again, on whichever page. */

const KEY = "tutti.listener.session";

/** @param {Pick<Storage, "getItem">} storage @returns {string} its session's id; empty: none */
export function listenedTo(storage) {
  return storage.getItem(KEY) ?? "";
}

/** @param {Pick<Storage, "setItem" | "removeItem">} storage @param {string} sessionId empty: none any more */
export function remember(storage, sessionId) {
  if (sessionId) {
    storage.setItem(KEY, sessionId);
  } else {
    storage.removeItem(KEY);
  }
}
