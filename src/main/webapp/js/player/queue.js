/**
 * What plays and what comes after it, in the order in which it plays. A queue never changes: each step makes another.
 *
 * Shuffled, nothing comes again until all have played: what has played stays in front of what plays, and only what has
 * not is drawn.
 */

import { shuffled } from "./shuffle.js";

/**
 * @typedef {object} Track
 * @property {string} id
 * @property {string} title
 * @property {string} artist
 * @property {string} release
 * @property {string} releaseUrl the page of its release
 * @property {string} coverUrl empty without a cover
 * @property {string} url where its sound is
 * @property {number} durationSec as the catalogue knows it
 * @property {number} [gain] dB, ReplayGain; missing where nobody knows
 * @property {number} [peak] of full scale
 * @property {number} [releaseGain]
 * @property {number} [releasePeak]
 * @property {boolean} [favourite]
 */

/** @typedef {"off" | "one" | "all"} Repeat */

/**
 * @typedef {object} Entry
 * @property {string} key the same track may be there twice
 * @property {number} place where it would be without shuffling
 * @property {boolean} played in this round
 * @property {Track} track
 */

/** @type {readonly Repeat[]} */
export const REPEATS = ["off", "all", "one"];

let lastKey = 0;

export class Queue {
  /** @type {readonly Entry[]} */
  entries;
  /** Of the track that is on. */
  index;
  isShuffled = false;
  /** @type {Repeat} */
  repeat = "off";

  /**
   * @param {readonly Track[]} [tracks]
   * @param {number} [index] of the track that is on
   */
  constructor(tracks = [], index = 0) {
    this.index = Math.min(Math.max(0, index), Math.max(0, tracks.length - 1));
    this.entries = entriesOf(tracks, (place) => place === this.index);
  }

  get tracks() {
    return this.entries.map(({ track }) => track);
  }

  get current() {
    return this.entries[this.index]?.track ?? null;
  }

  get length() {
    return this.entries.length;
  }

  get hasNext() {
    return this.index + 1 < this.length || this.#goesRound;
  }

  get hasPrevious() {
    return this.index > 0 || this.#goesRound;
  }

  get durationSec() {
    return this.entries.reduce(
      (sum, { track }) => sum + (track.durationSec || 0),
      0,
    );
  }

  /** @param {() => number} [random] @returns {Queue} */
  next(random) {
    if (this.index + 1 < this.length) {
      return this.#at(this.index + 1);
    }
    return this.#goesRound ? this.#nextRound(random) : this;
  }

  previous() {
    if (this.index > 0) {
      return this.#at(this.index - 1);
    }
    return this.#goesRound ? this.#at(this.length - 1) : this;
  }

  /**
   * What plays by itself when this track is over; null when nothing does.
   *
   * @param {() => number} [random]
   * @returns {Queue | null}
   */
  following(random) {
    if (this.repeat === "one" && this.current) {
      return this;
    }
    return this.hasNext ? this.next(random) : null;
  }

  /** @param {string} key */
  jumpTo(key) {
    const index = this.indexOf(key);
    if (index < 0) {
      return this;
    }
    // Shuffled, those in between have not played yet and are not to be missed.
    return this.isShuffled && index > this.index
      ? this.move(key, this.index + 1).next()
      : this.#at(index);
  }

  /** @param {string} key @param {number} to its index afterwards */
  move(key, to) {
    const from = this.indexOf(key);
    if (from < 0) {
      return this;
    }
    const entries = [...this.entries];
    const [entry] = entries.splice(from, 1);
    entries.splice(Math.min(Math.max(0, to), entries.length), 0, entry);
    return this.#reordered(entries);
  }

  /** @param {string} key */
  remove(key) {
    const entries = this.entries.filter((entry) => entry.key !== key);
    const removed = this.indexOf(key);
    if (removed < 0) {
      return this;
    }
    const before = removed < this.index;
    const index = before ? this.index - 1 : this.index;
    return this.#with({
      entries: this.#numbered(entries),
      index: Math.max(0, Math.min(index, entries.length - 1)),
    });
  }

  /** Leaves what plays. */
  clear() {
    const entries = this.entries.slice(this.index, this.index + 1);
    return this.#with({ entries: this.#numbered(entries), index: 0 });
  }

  /** @param {readonly Track[]} tracks */
  playNext(tracks) {
    return this.#insert(this.index + 1, tracks);
  }

  /** @param {readonly Track[]} tracks */
  add(tracks) {
    return this.#insert(this.length, tracks);
  }

  /** @param {boolean} isShuffled @param {() => number} [random] */
  shuffle(isShuffled, random) {
    if (isShuffled === this.isShuffled) {
      return this;
    }
    const entries = isShuffled
      ? this.#drawn(random)
      : this.entries.toSorted((a, b) => a.place - b.place);
    return this.#with({ isShuffled }).#reordered(entries);
  }

  /** @param {Repeat} repeat */
  repeating(repeat) {
    return this.#with({ repeat });
  }

  /** @param {string} key */
  indexOf(key) {
    return this.entries.findIndex((entry) => entry.key === key);
  }

  toJSON() {
    const { tracks, index, isShuffled, repeat, entries } = this;
    return {
      tracks,
      index,
      isShuffled,
      repeat,
      places: entries.map(({ place }) => place),
      played: entries.map(({ played }) => played),
    };
  }

  /**
   * From what was stored, by us or by an older version of us.
   *
   * @param {any} stored
   */
  static from(stored) {
    const tracks = Array.isArray(stored?.tracks)
      ? stored.tracks.filter(isTrack)
      : [];
    const whole = tracks.length === stored?.tracks?.length;
    const index = whole && Number.isInteger(stored.index) ? stored.index : 0;
    const queue = new Queue(tracks, index);
    const repeat = REPEATS.includes(stored?.repeat) ? stored.repeat : "off";
    const isShuffled = whole && stored.isShuffled === true;
    const entries = queue.entries.map((entry, at) => ({
      ...entry,
      place: (isShuffled ? number(stored.places?.[at]) : null) ?? entry.place,
      played: entry.played || (whole && stored.played?.[at] === true),
    }));
    return queue.#with({ entries, repeat, isShuffled });
  }

  get #goesRound() {
    return this.repeat === "all" && this.length > 0;
  }

  /** @param {number} index */
  #at(index) {
    const entries = this.entries.with(index, {
      ...this.entries[index],
      played: true,
    });
    return this.#with({ entries, index });
  }

  /** @param {() => number} [random] */
  #nextRound(random) {
    const { key } = this.entries[this.index];
    const fresh = this.entries.map((entry) => ({ ...entry, played: false }));
    const entries = this.isShuffled ? shuffled(fresh, random) : fresh;
    if (entries.length > 1 && entries[0].key === key) {
      // The last of a round is not the first of the next.
      entries.push(.../** @type {Entry[]} */ (entries.splice(0, 1)));
    }
    return this.#with({ entries }).#at(0);
  }

  /** @param {() => number} [random] */
  #drawn(random) {
    const current = this.entries.slice(this.index, this.index + 1);
    const others = this.entries.filter((_, at) => at !== this.index);
    return [
      ...others.filter(({ played }) => played),
      ...current,
      ...shuffled(
        others.filter(({ played }) => !played),
        random,
      ),
    ];
  }

  /** @param {number} at @param {readonly Track[]} tracks */
  #insert(at, tracks) {
    const after = this.entries[at - 1]?.place ?? 0;
    const added = entriesOf(tracks, () => false).map((entry, nth) => ({
      ...entry,
      place: after + (nth + 1) / (tracks.length + 1),
    }));
    const entries = [...this.entries];
    entries.splice(at, 0, ...added);
    return this.#with({ entries: this.#numbered(entries) });
  }

  /** The same track stays on. @param {readonly Entry[]} entries */
  #reordered(entries) {
    const key = this.entries[this.index]?.key;
    const index = entries.findIndex((entry) => entry.key === key);
    return this.#with({
      entries: this.#numbered(entries),
      index: Math.max(0, index),
    });
  }

  /** Unshuffled, where it is is where it belongs. @param {readonly Entry[]} entries */
  #numbered(entries) {
    return this.isShuffled
      ? entries
      : entries.map((entry, place) => ({ ...entry, place }));
  }

  /** @param {{ entries?: readonly Entry[], index?: number, isShuffled?: boolean, repeat?: Repeat }} changes */
  #with(changes) {
    const { entries, index, isShuffled, repeat } = this;
    return Object.assign(
      new Queue(),
      { entries, index, isShuffled, repeat },
      changes,
    );
  }
}

/** @param {readonly Track[]} tracks @param {(place: number) => boolean} isPlayed @returns {Entry[]} */
function entriesOf(tracks, isPlayed) {
  return tracks.map((track, place) => ({
    key: String(++lastKey),
    place,
    played: isPlayed(place),
    track,
  }));
}

/** @param {any} value */
function number(value) {
  return Number.isFinite(value) ? value : undefined;
}

/** @param {any} track */
function isTrack(track) {
  return (
    typeof track?.id === "string" &&
    typeof track.url === "string" &&
    typeof track.title === "string"
  );
}
