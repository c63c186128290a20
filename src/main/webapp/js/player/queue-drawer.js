/**
 * `<queue-drawer>`: around the dialog with what plays next: put into another order, taken out, played at once, emptied,
 * saved; and how this device plays. Its rows are copies of the template in it.
 */

import { ask } from "../lib/api.js";
import { dragOrder } from "../lib/drag-order.js";
import { clockTime, fill, lengthTime, showOnly } from "../lib/parts.js";
import { player } from "./player.js";

/** Of a longer queue only what is near is shown. */
const SHOWN_BEFORE = 20;
const SHOWN = 300;

/** @typedef {import("./queue.js").Entry} Entry */

class QueueDrawer extends HTMLElement {
  #gone = new AbortController();
  /** @type {Map<string, HTMLElement>} */
  #rows = new Map();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.#rows.clear();
    this.#list.replaceChildren();
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.addEventListener("submit", (event) => this.#submitted(event), {
      signal,
    });
    this.addEventListener("input", (event) => this.#set(event), { signal });
    for (const event of ["queue", "track", "play", "pause"]) {
      player.addEventListener(event, () => this.#render(), { signal });
    }
    player.addEventListener("settings", () => this.#settings(), { signal });
    dragOrder(this.#list, {
      handle: "[data-action=drag]",
      moved: (row, index, byKey) => this.#moved(row, index, byKey),
      signal,
    });
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  toggle() {
    if (this.#dialog.open) {
      this.#dialog.close();
      return;
    }
    showOnly(this, "data-saved", "form");
    showOnly(this, "data-part", "queue");
    this.#dialog.showModal();
    this.#render();
    this.#settings();
    this.#rows.get(this.#currentKey)?.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.#dialog.close();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    if (target === this.#dialog) {
      this.close();
      return;
    }
    const key = rowKey(target);
    switch (target.closest("button")?.dataset.action) {
      case "close-queue":
        this.close();
        break;
      case "jump":
        key === this.#currentKey ? player.toggle() : player.jumpTo(key);
        break;
      case "play-next":
        this.#playNext(key);
        break;
      case "remove":
        this.#remove(key);
        break;
      case "clear":
        player.arrange((queue) => queue.clear());
        break;
      case "show-save":
        showOnly(this, "data-saved", "form");
        showOnly(this, "data-part", "save");
        this.#name.value = player.current?.release ?? "";
        this.#name.select();
        break;
      case "show-settings":
        showOnly(this, "data-part", "settings");
        break;
      case "show-queue":
        showOnly(this, "data-part", "queue");
        break;
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.key === "Delete" && target.closest("li")) {
      event.preventDefault();
      this.#remove(rowKey(target));
    }
  }

  /** @param {string} key */
  #playNext(key) {
    player.arrange((queue) => {
      const isBefore = queue.indexOf(key) < queue.index;
      return queue.move(key, isBefore ? queue.index : queue.index + 1);
    });
  }

  /** The focus goes on to the row that comes up. @param {string} key */
  #remove(key) {
    const row = this.#rows.get(key);
    const heir = row?.nextElementSibling ?? row?.previousElementSibling;
    player.remove(key);
    focusIn(heir, "remove");
  }

  /** @param {HTMLElement} row @param {number} index among the rows that are shown @param {boolean} byKey */
  #moved(row, index, byKey) {
    const key = row.dataset.key ?? "";
    const to = this.#first + index;
    player.arrange((queue) => queue.move(key, to));
    this.#render();
    if (byKey) {
      focusIn(row, "drag");
      row.scrollIntoView({ block: "nearest" });
    }
    this.#say(`${to + 1} / ${player.queue.length}`);
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const name = this.#name.value.trim();
    const tracks = player.queue.tracks.map(({ id }) => Number(id));
    const response = await ask("POST", "/api/playlists", { name, tracks });
    const address = response?.headers.get("Location");
    showOnly(this, "data-saved", response?.ok ? "yes" : "no");
    for (const link of this.querySelectorAll("a[data-playlist]")) {
      link.setAttribute("href", address ?? "/playlists");
      link.textContent = name;
    }
  }

  /** @param {Event} event */
  #set(event) {
    const control = /** @type {HTMLInputElement} */ (event.target);
    switch (control.name) {
      case "crossfade":
        player.set({ crossfadeSec: Number(control.value) });
        break;
      case "levelling":
        player.set({
          levelling: /** @type {import("./gain.js").Levelling} */ (
            control.value
          ),
        });
        break;
    }
  }

  #settings() {
    const { crossfadeSec, levelling } = player.settings;
    for (const found of this.querySelectorAll("input[name]")) {
      const input = /** @type {HTMLInputElement} */ (found);
      if (input.name === "crossfade") {
        input.value = String(crossfadeSec);
        const share = crossfadeSec / Number(input.max);
        input.style.setProperty("--filled", String(share));
      } else if (input.name === "levelling") {
        input.checked = input.value === levelling;
      }
    }
    showOnly(this, "data-crossfade", crossfadeSec > 0 ? "on" : "off");
    fill(this, { crossfadeSec });
    const isOff = crossfadeSec === 0 && levelling === "off";
    showOnly(this, "data-web-audio", isOff ? "off" : "on");
  }

  #render() {
    if (!this.#dialog.open || this.querySelector("[data-dragged]")) {
      return;
    }
    const { queue } = player;
    const shown = queue.entries.slice(this.#first, this.#first + SHOWN);
    this.#forget(new Set(shown.map(({ key }) => key)));
    shown.forEach((entry, at) => this.#place(this.#row(entry, at), at));
    showOnly(this, "data-queue-length", queue.length === 0 ? "none" : "some");
    const more = queue.length - this.#first - shown.length;
    showOnly(this, "data-more", more > 0 ? "yes" : "no");
    const duration = clockTime(queue.durationSec);
    fill(this, { count: queue.length, total: duration, more });
  }

  /** @param {Set<string>} kept */
  #forget(kept) {
    for (const [key, row] of this.#rows) {
      if (!kept.has(key)) {
        this.#rows.delete(key);
        row.remove();
      }
    }
  }

  /** @param {HTMLElement} row @param {number} at */
  #place(row, at) {
    const there = this.#list.children[at];
    if (there !== row) {
      this.#list.insertBefore(row, there ?? null);
    }
  }

  /** @param {Entry} entry @param {number} at among those that are shown */
  #row(entry, at) {
    const row = this.#rows.get(entry.key) ?? this.#newRow(entry);
    const isCurrent = entry.key === this.#currentKey;
    if (isCurrent) {
      row.setAttribute("aria-current", "true");
    } else {
      row.removeAttribute("aria-current");
    }
    row.toggleAttribute("data-sounding", isCurrent && player.playing);
    row.toggleAttribute("data-past", this.#first + at < player.queue.index);
    return row;
  }

  /** @param {Entry} entry */
  #newRow({ key, track }) {
    const template = /** @type {HTMLTemplateElement} */ (
      this.querySelector("template")
    );
    const row = /** @type {HTMLElement} */ (
      template.content.firstElementChild?.cloneNode(true)
    );
    const { title, artist, durationSec } = track;
    row.dataset.key = key;
    fill(row, {
      entryTitle: title,
      entryArtist: artist,
      entryDuration: lengthTime(durationSec),
    });
    for (const button of row.querySelectorAll("button[data-of]")) {
      // Each says whose it is; the words are the server's.
      button.setAttribute("aria-label", `${button.ariaLabel}: ${title}`);
    }
    this.#rows.set(key, row);
    return row;
  }

  /** @param {string} text for who does not see it */
  #say(text) {
    fill(this, { said: text });
  }

  get #first() {
    return Math.max(0, player.queue.index - SHOWN_BEFORE);
  }

  get #currentKey() {
    return player.queue.entries[player.queue.index]?.key ?? "";
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.querySelector("ol"));
  }

  get #name() {
    return /** @type {HTMLInputElement} */ (
      this.querySelector("input[name=name]")
    );
  }
}

/** @param {Element} inside */
function rowKey(inside) {
  return inside.closest("li")?.dataset.key ?? "";
}

/** @param {Element | null | undefined} row @param {string} action */
function focusIn(row, action) {
  const button = row?.querySelector(`[data-action=${action}]`);
  button instanceof HTMLElement && button.focus();
}

customElements.define("queue-drawer", QueueDrawer);
