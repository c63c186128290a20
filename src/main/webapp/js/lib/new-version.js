/**
 * Loads this document anew after the server was updated, as soon as nothing sounds in it: the pages are of the new version
 * then, and what they would fetch of the old one is gone.
 */

import { glance } from "../party/glance.js";
import { listenedTo } from "../party/listened-to.js";
import { player } from "../player/player.js";

const mine = version();

document.addEventListener("turbo:load", () => {
  const sounds =
    player.playing || glance.state !== "off" || listenedTo(sessionStorage);
  if (version() !== mine && !sounds) {
    location.reload();
  }
});

/** The bundler names it by what is in it; without one there is none. */
function version() {
  return document
    .querySelector("link[rel=modulepreload]")
    ?.getAttribute("href");
}
