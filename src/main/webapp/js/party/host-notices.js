/**
 * Tells a host who is elsewhere in the application that there are words and requests at their party: a count on the Live
 * button of every page, and a toast for each track that is asked for, which can be answered there.
 */

import { toast } from "../lib/toast.js";
import { glance } from "./glance.js";
import { playNext } from "./party-wishes.js";
import {
  forgetSeen,
  loadSeen,
  nothingSeen,
  saveSeen,
  seenAll,
  unseen,
} from "./unseen.js";

/** @typedef {import("./together.js").Together} Together */

export class HostNotices {
  /** @type {Together | null} */
  #together = null;
  #seen = loadSeen(sessionStorage);
  /** By the track that each is about. @type {Map<string, () => void>} */
  #toasts = new Map();
  #gone = new AbortController();

  constructor() {
    for (const event of ["turbo:load", "visibilitychange"]) {
      document.addEventListener(event, () => this.#look());
    }
  }

  /** @param {Together} together of the party from here on @param {boolean} isNew and not one that is taken up again */
  follow(together, isNew) {
    this.#gone.abort();
    this.#gone = new AbortController();
    this.#together = together;
    if (isNew) {
      this.#see();
    }
    together.addEventListener("change", () => this.#look(), {
      signal: this.#gone.signal,
    });
    this.#look();
  }

  /** It is over. */
  forget() {
    this.#gone.abort();
    this.#together = null;
    this.#seen = nothingSeen();
    forgetSeen(sessionStorage);
    this.#takeBack([]);
    glance.tell(0);
  }

  #look() {
    if (!this.#together) {
      return;
    }
    if (document.querySelector("party-host") && !document.hidden) {
      this.#see();
    }
    const { said, wishes } = unseen(this.#together, this.#seen);
    glance.tell(said.length + wishes.length);
    wishes.forEach((wish) => this.#announce(wish));
    this.#takeBack(wishes);
  }

  #see() {
    this.#seen = seenAll(/** @type {Together} */ (this.#together));
    saveSeen(sessionStorage, this.#seen);
  }

  /** @param {import("./together.js").Wish} wish */
  #announce(wish) {
    if (this.#toasts.has(wish.trackId)) {
      return;
    }
    const words = glance.words;
    const { title, names } = wish;
    const text = names.length > 0 ? words.askedBy : words.asked;
    this.#toasts.set(
      wish.trackId,
      toast(filledIn(text, { title, name: names.join(", ") }), {
        action: { label: words.playNext, run: () => this.#grant(wish) },
      }),
    );
  }

  /** Those that were seen, or answered in another way. @param {import("./together.js").Wish[]} still */
  #takeBack(still) {
    for (const [trackId, dismiss] of this.#toasts) {
      if (!still.some((wish) => wish.trackId === trackId)) {
        dismiss();
        this.#toasts.delete(trackId);
      }
    }
  }

  /** @param {import("./together.js").Wish} wish */
  async #grant(wish) {
    const together = /** @type {Together} */ (this.#together);
    const { comesNext, gone } = glance.words;
    const isQueued = await playNext(wish);
    if (isQueued) {
      together.answer(wish.trackId, true);
    }
    toast(filledIn(isQueued ? comesNext : gone, { title: wish.title }));
  }
}

/** @param {string} text @param {Record<string, string>} values for `%title` and `%name` */
function filledIn(text, values) {
  return text.replace(/%(title|name)/g, (_, name) => values[name] ?? "");
}
