/**
 * `<track-menu>`: what can be done with a track. Its button `⋯`, a right click, a long press and the menu key open it; of
 * a row that is selected it acts on all that are. The button of a whole list acts on the list.
 */

import { fill } from "../lib/parts.js";
import { addToQueue, playNext } from "./track-actions.js";
import { isSelected, select, selectedRows } from "./track-selection.js";
import { rowOf, trackIn, tracksIn } from "./tracks-on-page.js";

const LONG_PRESS_MS = 500;
const STILL_PX = 10;
const MARGIN_PX = 8;

class TrackMenu extends HTMLElement {
  #gone = new AbortController();
  /** @type {import("./queue.js").Track[]} */
  #tracks = [];
  /** @type {HTMLElement | null} */
  #row = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #press;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    /** @type {[string, (event: any) => void][]} */
    const heard = [
      ["click", (event) => this.#clicked(event)],
      ["contextmenu", (event) => this.#context(event)],
      ["pointerdown", (event) => this.#touched(event)],
      ["turbo:before-cache", () => this.#menu.hidePopover()],
    ];
    for (const [type, heed] of heard) {
      document.addEventListener(type, heed, { signal });
    }
    for (const type of ["pointermove", "pointerup", "pointercancel"]) {
      document.addEventListener(
        type,
        (event) => this.#moved(/** @type {PointerEvent} */ (event)),
        { signal },
      );
    }
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
  }

  disconnectedCallback() {
    clearTimeout(this.#press);
    this.#gone.abort();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const button = target.closest("[data-action=track-menu]");
    if (button) {
      const { left, bottom } = button.getBoundingClientRect();
      this.#open(button, left, bottom);
    } else if (this.contains(target)) {
      this.#choose(target.closest("[role=menuitem]"));
    }
  }

  /** Links keep the browser's own menu. @param {MouseEvent} event */
  #context(event) {
    const target = /** @type {Element} */ (event.target);
    const row = rowOf(target);
    if (!row?.querySelector("[data-action=track-menu]")) {
      return;
    }
    if (target.closest("a, input, textarea") && event.button === 2) {
      return;
    }
    clearTimeout(this.#press);
    event.preventDefault();
    const isByKey = event.clientX === 0 && event.clientY === 0;
    const { left, bottom } = target.getBoundingClientRect();
    const at = isByKey ? [left, bottom] : [event.clientX, event.clientY];
    this.#open(target, at[0], at[1]);
  }

  /** Not every phone makes a context menu of a long press. @param {PointerEvent} event */
  #touched(event) {
    clearTimeout(this.#press);
    const target = /** @type {Element} */ (event.target);
    if (event.pointerType !== "touch" || target.closest("[data-action=drag]")) {
      return;
    }
    const { clientX, clientY } = event;
    this.#pressedAt = { clientX, clientY };
    if (rowOf(target)?.querySelector("[data-action=track-menu]")) {
      this.#press = setTimeout(() => {
        swallowNextClick();
        this.#open(target, clientX, clientY);
      }, LONG_PRESS_MS);
    }
  }

  #pressedAt = { clientX: 0, clientY: 0 };

  /** @param {PointerEvent} event */
  #moved({ type, clientX, clientY }) {
    const by = Math.hypot(
      clientX - this.#pressedAt.clientX,
      clientY - this.#pressedAt.clientY,
    );
    if (type !== "pointermove" || by > STILL_PX) {
      clearTimeout(this.#press);
    }
  }

  /** @param {Element} inside a row, or the head of a list @param {number} x @param {number} y */
  #open(inside, x, y) {
    const row = rowOf(inside);
    const list = inside.closest("[data-queue]");
    const rows = row && isSelected(row) ? selectedRows() : row ? [row] : [];
    this.#row = row;
    this.#tracks = row ? rows.map(trackIn) : list ? tracksIn(list) : [];
    if (this.#tracks.length === 0) {
      return;
    }
    const [first] = this.#tracks;
    const isOne = this.#tracks.length === 1;
    const listData = /** @type {HTMLElement | null} */ (list)?.dataset ?? {};
    const data = { ...listData, ...row?.dataset };
    fill(this, {
      menuTitle: isOne || !row ? (row ? first.title : first.release) : "",
      menuDetail: isOne || !row ? first.artist : "",
    });
    this.#lead("artist", rows.length < 2 ? data.artistUrl : undefined);
    this.#lead("release", isOne ? first.releaseUrl : undefined);
    this.#item("select").toggleAttribute("hidden", !row);
    const ids = this.#tracks.map(({ id }) => id).join(" ");
    this.#item("playlist").setAttribute("data-add", ids);
    this.#menu.showPopover();
    this.#put(x, y);
    this.#items[0]?.focus({ preventScroll: true });
  }

  /** No link to where one is. @param {string} to @param {string | undefined} address */
  #lead(to, address) {
    const isElsewhere = Boolean(address) && address !== location.pathname;
    const item = this.#item(to);
    item.setAttribute("href", address ?? "");
    item.toggleAttribute("hidden", !isElsewhere);
  }

  /** @param {number} x @param {number} y */
  #put(x, y) {
    const { width, height } = this.#menu.getBoundingClientRect();
    const most = (/** @type {number} */ size, /** @type {number} */ all) =>
      Math.max(MARGIN_PX, all - size - MARGIN_PX);
    const left = Math.min(x, most(width, innerWidth));
    const top = Math.min(y, most(height, innerHeight));
    this.#menu.style.setProperty("--x", `${left}px`);
    this.#menu.style.setProperty("--y", `${top}px`);
  }

  /** @param {Element | null} item */
  #choose(item) {
    if (!(item instanceof HTMLElement)) {
      return;
    }
    const tracks = this.#tracks;
    this.#menu.hidePopover();
    switch (item.dataset.item) {
      case "next":
        playNext(tracks);
        break;
      case "queue":
        addToQueue(tracks);
        break;
      case "select":
        this.#row && select(this.#row);
        break;
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const items = this.#items;
    const at = items.indexOf(/** @type {any} */ (document.activeElement));
    /** @type {Record<string, number>} */
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key in to) {
      event.preventDefault();
      items[to[event.key]]?.focus();
    } else if (event.key === "Tab") {
      this.#menu.hidePopover();
    }
  }

  get #menu() {
    return /** @type {HTMLElement} */ (this.querySelector("[popover]"));
  }

  get #items() {
    const items = this.querySelectorAll("[role=menuitem]:not([hidden])");
    return /** @type {HTMLElement[]} */ ([...items]);
  }

  /** @param {string} name */
  #item(name) {
    return /** @type {HTMLElement} */ (
      this.querySelector(`[data-item=${name}]`)
    );
  }
}

/** Of the finger that is lifted after a long press. */
function swallowNextClick() {
  const gone = new AbortController();
  document.addEventListener(
    "click",
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, once: true, signal: gone.signal },
  );
  document.addEventListener("pointerdown", () => gone.abort(), {
    capture: true,
    once: true,
  });
}

customElements.define("track-menu", TrackMenu);
