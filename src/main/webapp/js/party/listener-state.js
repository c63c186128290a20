/** What a listener knows of a party, and what each message changes of it. Without a page, so that it can be tested. */

/**
 * @typedef {import("../lib/requests.js").Message} Message
 * @typedef {"connecting" | "live" | "hostReconnecting" | "reconnecting" | "ended" | "unknown" | "full" | "password" | "wrongPassword" | "off" | "refused" | "signedOut"} Phase
 * @typedef {{ id: string, title: string, artist: string, release: string, coverUrl?: string, durationSec: number }} PartyTrack
 *
 * @typedef {object} ListenerState
 * @property {Phase} phase
 * @property {string} name of the party
 * @property {PartyTrack | null} track
 * @property {boolean} playing the host plays
 * @property {number} positionSec at `positionAt`
 * @property {number} durationSec
 * @property {number} positionAt the page's clock, milliseconds
 * @property {{ title: string, artist: string }[]} played once it is over
 * @property {boolean} noSound no way for it can be made, as yet
 */

/** Nobody knows then whether the host's music runs on. @type {readonly Phase[]} */
const STANDING = ["hostReconnecting", "reconnecting"];

/** @returns {ListenerState} */
export function connecting() {
  return {
    phase: "connecting",
    name: "",
    track: null,
    playing: false,
    positionSec: 0,
    durationSec: 0,
    positionAt: 0,
    played: [],
    noSound: false,
  };
}

/**
 * What to show of it: `live` only when there is something to hear.
 *
 * @param {ListenerState} state
 * @returns {Phase | "noSound" | "hostPaused"}
 */
export function shownPhase({ phase, playing, noSound }) {
  if (phase !== "live") {
    return phase;
  }
  if (noSound) {
    return "noSound";
  }
  return playing ? "live" : "hostPaused";
}

/**
 * Where the host is in the track, seconds: told now and then, running on in between.
 *
 * @param {ListenerState} state
 * @param {number} now the page's clock, milliseconds
 */
export function positionSec(state, now) {
  const running = state.playing && !STANDING.includes(state.phase);
  const ranOn = running ? (now - state.positionAt) / 1000 : 0;
  return Math.min(state.positionSec + ranOn, state.durationSec || Infinity);
}

/**
 * The connection is: nothing more is told.
 *
 * @param {ListenerState} state
 * @param {number} now the page's clock, milliseconds
 * @returns {ListenerState}
 */
export function lost(state, now) {
  return { ...here(state, now), phase: "reconnecting" };
}

/** @param {ListenerState} state @param {number} now @returns {ListenerState} */
function here(state, now) {
  return { ...state, positionSec: positionSec(state, now), positionAt: now };
}

/**
 * @param {ListenerState} state
 * @param {Message} message
 * @param {number} now the page's clock, milliseconds
 * @returns {ListenerState}
 */
export function after(state, message, now) {
  const still = here(state, now);
  switch (message.type) {
    case "joined":
      return {
        phase: message.hostPresent ? "live" : "hostReconnecting",
        name: message.name,
        track: message.track ?? null,
        playing: message.playing,
        positionSec: message.positionSec,
        durationSec: message.track?.durationSec ?? 0,
        positionAt: now,
        played: [],
        noSound: false,
      };
    case "nowPlaying":
      return {
        ...still,
        track: message.track,
        positionSec: 0,
        durationSec: message.track.durationSec,
      };
    case "pause":
      return { ...still, playing: false };
    case "resume":
      return { ...still, playing: true };
    case "position":
      return {
        ...still,
        positionSec: message.positionSec,
        durationSec: message.durationSec || state.durationSec,
      };
    case "hostReconnecting":
      return { ...still, phase: "hostReconnecting" };
    case "hostReturned":
      return { ...still, phase: "live", playing: false };
    case "sessionEnded":
      return {
        ...still,
        phase: "ended",
        playing: false,
        // A server that is older than this page says nothing of it.
        played: message.played ?? [],
      };
    default:
      return state;
  }
}
