/** The tracks that a page shows, as a queue. */

/** @typedef {import("./queue.js").Track} Track */

/**
 * @param {Element} list carries what all its tracks have in common; the tracks are the elements with `data-track`
 * @returns {Track[]}
 */
export function tracksIn(list) {
  const common = /** @type {HTMLElement} */ (list).dataset;
  return rowsIn(list).map(({ dataset }) => {
    const data = { ...common, ...dataset };
    return {
      id: data.track ?? "",
      title: data.title ?? "",
      artist: data.artist ?? "",
      release: data.release ?? "",
      releaseUrl: data.releaseUrl ?? "",
      coverUrl: data.cover ?? "",
      url: `/api/tracks/${data.track}/audio`,
      durationSec: Number(data.duration),
    };
  });
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
    ...list.querySelectorAll("[data-track]"),
  ]);
}
