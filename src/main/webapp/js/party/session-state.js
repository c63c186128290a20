/** What a host's tab remembers of its party, so that a reload finds it again. */

const KEY = "tutti.party";
/** Of a party that was ended and whose server may not know yet. */
export const ENDING_KEY = "tutti.party.ending";

/**
 * @typedef {object} SessionState
 * @property {boolean} isActive a party is on
 * @property {boolean} isPlaying music was on; after a reload the browser wants a tap before it is on again
 * @property {boolean} isConnecting the way to the server is being made
 * @property {string} sessionId
 * @property {string} secret proves to the server that this is the host
 * @property {string} name empty where it has none
 * @property {boolean} listed others find it without its link
 * @property {boolean} locked they need a password, too
 * @property {string} inviteUrl
 * @property {{ size: number, path: string } | null} inviteQr the same as a QR code, for SVG
 * @property {number} listenerCount
 * @property {string} error a code; empty when all is well
 */

/** Whether there is something to take up again. @param {Pick<Storage, "getItem">} storage */
export function isRemembered(storage) {
  return Boolean(storage.getItem(KEY) ?? storage.getItem(ENDING_KEY));
}

/** @returns {SessionState} */
export function noSession() {
  return {
    isActive: false,
    isPlaying: false,
    isConnecting: false,
    sessionId: "",
    secret: "",
    name: "",
    listed: false,
    locked: false,
    inviteUrl: "",
    inviteQr: null,
    listenerCount: 0,
    error: "",
  };
}

/**
 * What to call it in one word. A party whose sound cannot get through is not live.
 *
 * @param {SessionState} state
 * @returns {"off" | "reconnecting" | "live"}
 */
export function shown({ isActive, isConnecting, error }) {
  if (!isActive) {
    return "off";
  }
  return isConnecting || error === "sound" ? "reconnecting" : "live";
}

/** @param {Pick<Storage, "getItem">} storage @returns {SessionState} */
export function load(storage) {
  try {
    return { ...noSession(), ...JSON.parse(storage.getItem(KEY) ?? "{}") };
  } catch {
    return noSession();
  }
}

/** @param {Pick<Storage, "setItem" | "removeItem">} storage @param {SessionState} state */
export function save(storage, state) {
  if (state.isActive) {
    storage.setItem(KEY, JSON.stringify(state));
  } else {
    storage.removeItem(KEY);
  }
}
