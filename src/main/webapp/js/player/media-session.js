/**
 * What the lock screen, headphones and keyboards with media keys know and command: the player while it has a track; or,
 * while there is one, the page's guest with a sound of its own.
 */

import { player } from "./player.js";

const SEEK_SEC = 10;

/**
 * @typedef {Partial<Record<MediaSessionAction, MediaSessionActionHandler>>} Orders
 * @typedef {{ title: string, artist: string, release: string, coverUrl?: string }} ShownTrack
 */

/** @type {Orders} */
const PLAYER_ORDERS = {
  play: () => player.resume(),
  pause: () => player.pause(),
  previoustrack: () => player.previous(),
  nexttrack: () => player.next(),
  seekbackward: ({ seekOffset }) => skip(-(seekOffset ?? SEEK_SEC)),
  seekforward: ({ seekOffset }) => skip(seekOffset ?? SEEK_SEC),
  seekto: ({ seekTime }) => player.seek(seekTime ?? player.positionSec),
};
const session = "mediaSession" in navigator ? navigator.mediaSession : null;
/** @type {Orders | null} */
let guest = null;
/** Setting the same again makes some lock screens flicker. */
let shownTrack = "null";

if (session) {
  player.addEventListener("track", showPlayer);
  player.addEventListener("play", showPlayer);
  player.addEventListener("pause", showPlayer);
  player.addEventListener("position", showPosition);
  showPlayer();
}

/** @param {Orders} orders the guest's, from now until it gives back */
export function lend(orders) {
  guest = orders;
  take(orders);
  show(null, false);
  session?.setPositionState();
}

/** @param {Orders} orders the guest's own, so that it takes nothing from its successor */
export function giveBack(orders) {
  if (guest === orders) {
    guest = null;
    session?.setPositionState();
    showPlayer();
  }
}

/** @param {ShownTrack | null} track @param {boolean} playing */
export function show(track, playing) {
  if (!session) {
    return;
  }
  const shown = JSON.stringify(track && metadata(track));
  if (shown !== shownTrack) {
    shownTrack = shown;
    session.metadata = track && new MediaMetadata(metadata(track));
  }
  session.playbackState = !track ? "none" : playing ? "playing" : "paused";
}

/** @param {ShownTrack} track @returns {MediaMetadataInit} */
function metadata({ title, artist, release, coverUrl }) {
  return {
    title,
    artist,
    album: release,
    artwork: coverUrl ? [{ src: coverUrl }] : [],
  };
}

function showPlayer() {
  if (!guest) {
    take(player.current ? PLAYER_ORDERS : {});
    show(player.current, player.playing);
    showPosition();
  }
}

function showPosition() {
  const { durationSec, positionSec } = player;
  if (!guest && durationSec > 0) {
    session?.setPositionState({
      duration: durationSec,
      playbackRate: 1,
      position: Math.min(positionSec, durationSec),
    });
  }
}

/** @param {Orders} orders */
function take(orders) {
  for (const name of Object.keys(PLAYER_ORDERS)) {
    const action = /** @type {MediaSessionAction} */ (name);
    session?.setActionHandler(action, orders[action] ?? null);
  }
}

/** @param {number} sec */
function skip(sec) {
  player.seek(player.positionSec + sec);
}
