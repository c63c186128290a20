/** The tracks that a page shows, as a queue. */

/** @typedef {import("./queue.js").Track} Track */

const ROW = "[data-track-id], [data-track]";

/**
 * @param {Element} list carries what all its tracks have in common; the tracks are the elements with `data-track`
 * @returns {Track[]}
 */
export function tracksIn(list) {
  const common = /** @type {HTMLElement} */ (list).dataset;
  return rowsIn(list).map(({ dataset }) =>
    trackFrom({ ...common, ...dataset }),
  );
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

/** The row of a track that something is in. @param {Element} inside @returns {HTMLElement | null} */
export function rowOf(inside) {
  return inside.closest(ROW);
}

/** The track of a row, with what its whole list has in common. @param {HTMLElement} row */
export function trackIn(row) {
  const list = /** @type {HTMLElement | null} */ (row.closest("[data-queue]"));
  return trackFrom({ ...list?.dataset, ...row.dataset });
}

/** @param {HTMLElement | null} row */
export function idOf(row) {
  return row?.dataset.trackId ?? row?.dataset.track;
}

/**
 * @param {DOMStringMap} data of a row, over those of its list
 * @returns {Track}
 */
export function trackFrom(data) {
  const id = data.trackId ?? data.track ?? "";
  return {
    id,
    title: data.title ?? "",
    artist: data.artist ?? "",
    release: data.release ?? "",
    releaseUrl: data.releaseUrl ?? "",
    coverUrl: data.cover ?? data.coverUrl ?? "",
    url: data.url ?? urlOf(id),
    durationSec: Number(data.duration ?? data.durationSec) || 0,
    gain: known(data.gain),
    peak: known(data.peak),
    releaseGain: known(data.releaseGain),
    releasePeak: known(data.releasePeak),
    favourite: data.favourite === "true",
  };
}

/**
 * @param {any} told a track as the server describes it
 * @returns {Track}
 */
export function trackTold(told) {
  const id = String(told.id);
  return {
    id,
    title: told.title ?? "",
    artist: told.artist ?? "",
    release: told.release ?? "",
    releaseUrl: told.releaseId ? `/releases/${told.releaseId}` : "",
    coverUrl: told.cover ?? "",
    url: urlOf(id),
    durationSec: told.duration ?? 0,
    gain: told.gain ?? undefined,
    peak: told.peak ?? undefined,
    releaseGain: told.releaseGain ?? undefined,
    releasePeak: told.releasePeak ?? undefined,
    favourite: told.favourite === true,
  };
}

/** @param {string} id */
function urlOf(id) {
  // The page has the cover already, and a file with one in it begins to sound seconds later.
  return `/api/tracks/${id}/audio?pictures=no`;
}

/** @param {string | undefined} value */
function known(value) {
  const number = Number(value || NaN);
  return Number.isFinite(number) ? number : undefined;
}

/** @param {Element} list */
function rowsIn(list) {
  return /** @type {HTMLElement[]} */ ([...list.querySelectorAll(ROW)]);
}
