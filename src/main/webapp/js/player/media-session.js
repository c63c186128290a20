/** What the lock screen, headphones and keyboards with media keys know of the player. */

import { player } from "./player.js";

const SEEK_SEC = 10;

if ("mediaSession" in navigator) {
  player.addEventListener("track", showTrack);
  player.addEventListener("play", showState);
  player.addEventListener("pause", showState);
  player.addEventListener("position", showPosition);
  takeOrders();
  showTrack();
}

function showTrack() {
  const track = player.current;
  navigator.mediaSession.metadata =
    track &&
    new MediaMetadata({
      title: track.title,
      artist: track.artist,
      album: track.release,
      artwork: track.coverUrl
        ? [{ src: track.coverUrl, type: "image/jpeg" }]
        : [],
    });
}

function showState() {
  navigator.mediaSession.playbackState = player.playing ? "playing" : "paused";
}

function showPosition() {
  const { durationSec, positionSec } = player;
  if (durationSec > 0) {
    navigator.mediaSession.setPositionState({
      duration: durationSec,
      position: Math.min(positionSec, durationSec),
    });
  }
}

function takeOrders() {
  /** @type {[MediaSessionAction, MediaSessionActionHandler][]} */
  const orders = [
    ["play", () => player.resume()],
    ["pause", () => player.pause()],
    ["previoustrack", () => player.previous()],
    ["nexttrack", () => player.next()],
    ["seekbackward", ({ seekOffset }) => skip(-(seekOffset ?? SEEK_SEC))],
    ["seekforward", ({ seekOffset }) => skip(seekOffset ?? SEEK_SEC)],
    ["seekto", ({ seekTime }) => player.seek(seekTime ?? player.positionSec)],
  ];
  for (const [action, handler] of orders) {
    navigator.mediaSession.setActionHandler(action, handler);
  }
}

/** @param {number} sec */
function skip(sec) {
  player.seek(player.positionSec + sec);
}
