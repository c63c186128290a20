/** What people do with tracks wherever they see them; each says by a toast what it did, and takes it back. */

import { toast } from "../lib/toast.js";
import { player } from "./player.js";

/** @typedef {import("./queue.js").Track} Track */

/** @param {readonly Track[]} tracks */
export function playNext(tracks) {
  queue(tracks, "next", (queue) => queue.playNext(tracks));
}

/** @param {readonly Track[]} tracks */
export function addToQueue(tracks) {
  queue(tracks, "queued", (queue) => queue.add(tracks));
}

/**
 * What the server has written for it into the page: `{0}` stands for the title, or for how many.
 *
 * @param {string} name
 * @param {readonly Track[]} tracks
 */
function words(name, tracks) {
  const isOne = tracks.length === 1;
  const said = word(isOne ? name : `${name}Many`);
  return said.replace("{0}", isOne ? tracks[0].title : String(tracks.length));
}

/** @param {string} name */
export function word(name) {
  const menu = document.querySelector("track-menu");
  return (menu instanceof HTMLElement && menu.dataset[name]) || "";
}

/**
 * @param {readonly Track[]} tracks
 * @param {string} name
 * @param {Parameters<typeof player.arrange>[0]} change
 */
function queue(tracks, name, change) {
  if (tracks.length === 0) {
    return;
  }
  const before = new Set(player.queue.entries.map(({ key }) => key));
  player.arrange(change);
  const added = player.queue.entries.filter(({ key }) => !before.has(key));
  toast(words(name, tracks), {
    action: { label: word("undo"), run: () => takeOut(added) },
  });
}

/** What plays by now plays on. @param {readonly import("./queue.js").Entry[]} entries */
function takeOut(entries) {
  const { queue } = player;
  const current = queue.entries[queue.index]?.key;
  const others = entries.filter(({ key }) => key !== current);
  player.arrange((queue) =>
    others.reduce((rest, { key }) => rest.remove(key), queue),
  );
}
