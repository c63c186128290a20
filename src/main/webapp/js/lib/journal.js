/**
 * What has happened in this tab, for who looks into it: a line on the console, and the last ones kept for the page of a
 * connection.
 *
 * Event: `line`.
 */

const MOST = 100;

class Journal extends EventTarget {
  /** @type {{ at: number, text: string }[]} UTC milliseconds */
  lines = [];

  /** @param {string} text */
  note(text) {
    console.info(text);
    this.lines = [...this.lines, { at: Date.now(), text }].slice(-MOST);
    this.dispatchEvent(new Event("line"));
  }
}

export const journal = new Journal();
