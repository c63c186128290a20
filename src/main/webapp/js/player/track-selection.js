/**
 * `<track-selection>`: the bar that says how many tracks are selected, and what can be done with them. Rows are selected
 * with Ctrl or ⌘ and a click, with Shift up to there, or by the menu of a track; from the first on a click on any other
 * adds or takes away that one.
 */

import { fill } from "../lib/parts.js";
import { addToQueue, playNext } from "./track-actions.js";
import { rowOf, trackIn } from "./tracks-on-page.js";

/** @type {HTMLElement | null} */
let last = null;

/** @returns {HTMLElement[]} in the order of the page */
export function selectedRows() {
  return /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll("[data-selected]"),
  ]);
}

/** @param {Element} row */
export function isSelected(row) {
  return row.hasAttribute("data-selected");
}

/** @param {HTMLElement} row @param {boolean} [isOn] */
export function select(row, isOn = true) {
  row.toggleAttribute("data-selected", isOn);
  last = row;
  document.dispatchEvent(new Event("tutti:selection"));
}

class TrackSelection extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    document.addEventListener("click", (event) => this.#clicked(event), {
      capture: true,
      signal,
    });
    document.addEventListener("keydown", (event) => this.#key(event), {
      signal,
    });
    this.addEventListener("click", (event) => this.#chosen(event), { signal });
    document.addEventListener("tutti:selection", () => this.#render(), {
      signal,
    });
    document.addEventListener("turbo:before-cache", () => this.#clear(), {
      signal,
    });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const row = rowOf(target);
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!row || !(isModified || selectedRows().length > 0)) {
      return;
    }
    if (target.closest("a, button:not(play-button button), summary")) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.shiftKey && last?.isConnected) {
      between(last, row).forEach((each) => select(each));
    } else {
      select(row, !isSelected(row));
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isFree = !event.defaultPrevented && !document.querySelector(":modal");
    if (event.key === "Escape" && isFree) {
      this.#clear();
    }
  }

  /** @param {MouseEvent} event */
  #chosen(event) {
    const target = /** @type {Element} */ (event.target);
    const tracks = selectedRows().map(trackIn);
    switch (target.closest("button")?.dataset.action) {
      case "next":
        playNext(tracks);
        break;
      case "queue":
        addToQueue(tracks);
        break;
      case "playlist":
      case "clear":
        break;
      default:
        return;
    }
    this.#clear();
  }

  #clear() {
    for (const row of selectedRows()) {
      row.removeAttribute("data-selected");
    }
    last = null;
    this.#render();
  }

  #render() {
    const tracks = selectedRows().map(trackIn);
    this.toggleAttribute("hidden", tracks.length === 0);
    if (tracks.length > 0) {
      fill(this, { selected: tracks.length });
    }
    const ids = tracks.map(({ id }) => id).join(" ");
    this.querySelector("[data-add]")?.setAttribute("data-add", ids);
  }
}

/** The rows of one list from one to another, both included. @param {HTMLElement} one @param {HTMLElement} other */
function between(one, other) {
  const list = one.closest("[data-queue]");
  if (!list || list !== other.closest("[data-queue]")) {
    return [other];
  }
  const rows = /** @type {HTMLElement[]} */ (
    [...list.querySelectorAll("*")].filter((each) => rowOf(each) === each)
  );
  const [from, to] = [rows.indexOf(one), rows.indexOf(other)];
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}

customElements.define("track-selection", TrackSelection);
