/** What plays and what comes after it. A queue never changes: each step makes another. */

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
 */

export class Queue {
  /**
   * @param {readonly Track[]} [tracks]
   * @param {number} [index] of the track that is on
   */
  constructor(tracks = [], index = 0) {
    this.tracks = tracks;
    this.index = Math.min(Math.max(0, index), Math.max(0, tracks.length - 1));
  }

  get current() {
    return this.tracks[this.index] ?? null;
  }

  get hasNext() {
    return this.index + 1 < this.tracks.length;
  }

  get hasPrevious() {
    return this.index > 0;
  }

  next() {
    return new Queue(this.tracks, this.index + 1);
  }

  previous() {
    return new Queue(this.tracks, this.index - 1);
  }

  toJSON() {
    return { tracks: this.tracks, index: this.index };
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
    return new Queue(
      tracks,
      whole && Number.isInteger(stored.index) ? stored.index : 0,
    );
  }
}

/** @param {any} track */
function isTrack(track) {
  return (
    typeof track?.id === "string" &&
    typeof track.url === "string" &&
    typeof track.title === "string"
  );
}
