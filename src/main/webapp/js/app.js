import "./vendor/turbo.js";
import "./catalog/release-shelf.js";
import "./catalog/search-field.js";
import "./lib/away-line.js";
import "./lib/new-version.js";
import "./lib/theme-choice.js";
import "./player/keys-help.js";
import "./player/play-button.js";
import "./player/player-bar.js";
import "./player/track-menu.js";
import "./player/track-selection.js";
import "./party/party-button.js";
import "./party/party-continue.js";
import { fetchWhenSeen } from "./lib/elements.js";
import { listenedTo } from "./party/listened-to.js";

// A server that relays parties finds one by itself; elsewhere it goes on with the one that this tab was taken from.
const liveBar = listenedTo(sessionStorage)
  ? "live-bar"
  : "live-bar[data-relay]";

// What only some pages have, those pages fetch.
fetchWhenSeen({
  "add-to-playlist": () => import("./catalog/add-to-playlist.js"),
  "copy-field": () => import("./lib/copy-field.js"),
  "filter-form": () => import("./catalog/filter-form.js"),
  "heart-button": () => import("./catalog/heart-button.js"),
  "import-playlist": () => import("./catalog/import-playlist.js"),
  [liveBar]: () => import("./party/live-bar.js"),
  "own-picture": () => import("./account/own-picture.js"),
  "party-debug": () => import("./party/party-debug.js"),
  "party-host": () => import("./party/party-host.js"),
  "party-listener": () => import("./party/party-listener.js"),
  "playlist-entries": () => import("./catalog/playlist-entries.js"),
  "queue-button": () => import("./player/queue-button.js"),
  "refresh-page": () => import("./lib/refresh-page.js"),
});

// For whoever listens in on what a page plays: a module asked for by its own address could be a second one.
export { player } from "./player/player.js";
export { sound } from "./player/sound.js";
