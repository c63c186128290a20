/** The tracks that a page shows, as a queue. */

/** @typedef {import("./queue.js").Track} Track */

/**
 * @param {Element} list carries what all its tracks have in common; the tracks are the elements with `data-track-id`
 * @returns {Track[]}
 */
export function tracksIn(list) {
  const { release, releaseUrl, coverUrl } = /** @type {HTMLElement} */ (list)
    .dataset;
  return rowsIn(list).map(({ dataset }) => ({
    id: dataset.trackId ?? "",
    title: dataset.title ?? "",
    artist: dataset.artist ?? "",
    release: release ?? "",
    releaseUrl: releaseUrl ?? "",
    coverUrl: coverUrl ?? "",
    url: dataset.url ?? "",
    durationSec: Number(dataset.durationSec),
  }));
}

/**
 * The tracks of another page of ours, which is asked for as a person would.
 *
 * @param {string} url
 * @returns {Promise<Track[]>}
 */
export async function tracksAt(url) {
  const response = await fetch(url, { headers: { Accept: "text/html" } });
  if (!response.ok) {
    return [];
  }
  const text = await response.text();
  const page = new DOMParser().parseFromString(text, "text/html");
  const list = page.querySelector("[data-queue]");
  return list ? tracksIn(list) : [];
}

/** @param {Element} list */
function rowsIn(list) {
  return /** @type {HTMLElement[]} */ ([
    ...list.querySelectorAll("[data-track-id]"),
  ]);
}
