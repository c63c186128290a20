/** `<party-wishes>`: on the host's page, the tracks that listeners ask for. Its rows are copies of the template in it. */

import { ask } from "../lib/api.js";
import { fill, showOnly } from "../lib/parts.js";
import { player } from "../player/player.js";
import { trackTold } from "../player/tracks-on-page.js";
import { publicServer } from "./relay-server.js";

/** @typedef {import("./together.js").Together} Together */

class PartyWishes extends HTMLElement {
  /** @type {Together | null} */
  #together = null;
  #gone = new AbortController();

  /** @param {Together} together whose it shows, from here on */
  show(together) {
    this.#gone.abort();
    this.#gone = new AbortController();
    this.#together = together;
    const { signal } = this.#gone;
    together.addEventListener("change", () => this.#render(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {MouseEvent} event */
  async #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    const trackId = button?.closest("li")?.dataset.wish;
    if (!button || !trackId) {
      return;
    }
    const accepted = button.dataset.action === "accept";
    const wish = this.#together?.wishes.find((one) => one.trackId === trackId);
    if (accepted && !(wish && (await playNext(wish)))) {
      showOnly(this, "data-failed", "yes");
      return;
    }
    showOnly(this, "data-failed", "no");
    this.#together?.answer(trackId, accepted);
  }

  #render() {
    const wishes = this.#together?.wishes ?? [];
    this.hidden = wishes.length === 0;
    const list = /** @type {HTMLElement} */ (this.querySelector("ol"));
    const rows = wishes.map((wish) => this.#row(wish));
    // Not while somebody is at one of them: the focus would be lost.
    const shown = [...list.children].map((row) => row.outerHTML).join("");
    if (shown !== rows.map((row) => row.outerHTML).join("")) {
      list.replaceChildren(...rows);
    }
  }

  /** @param {import("./together.js").Wish} wish */
  #row({ trackId, title, artist, times, names }) {
    const template = /** @type {HTMLTemplateElement} */ (
      this.querySelector("template")
    );
    const copy = /** @type {DocumentFragment} */ (
      template.content.cloneNode(true)
    );
    const row = /** @type {HTMLElement} */ (copy.firstElementChild);
    row.dataset.wish = trackId;
    showOnly(row, "data-by", names.length > 0 ? "names" : "nobody");
    showOnly(row, "data-times", times > 1 ? "many" : "one");
    fill(row, {
      wishTitle: title,
      wishArtist: artist,
      wishTimes: times,
      wishers: names.join(", "),
    });
    return row;
  }
}

/**
 * Puts it into the queue, after what plays now.
 *
 * @param {import("./together.js").Wish} wish
 * @returns {Promise<boolean>} whether it could be had
 */
export async function playNext(wish) {
  const told = await ownTrack(wish);
  if (told) {
    player.arrange((queue) => queue.playNext([trackTold(told)]));
  }
  return Boolean(told);
}

/**
 * The track of our own server. A public one has numbers of its own, so there title and artist tell which it is.
 *
 * @param {import("./together.js").Wish} wish
 */
async function ownTrack({ trackId, title, artist }) {
  const words = encodeURIComponent(`${title} ${artist}`);
  const response = publicServer()
    ? await ask("GET", `/api/tracks?q=${words}`)
    : await ask("GET", `/api/tracks/${trackId}`);
  const told = response?.ok && (await response.json().catch(() => null));
  if (!told?.tracks) {
    return told;
  }
  return told.tracks.find(
    (/** @type {{ title: string, artist: string }} */ track) =>
      track.title === title && track.artist === artist,
  );
}

customElements.define("party-wishes", PartyWishes);
