/** Covers that a public server is sent for its listeners: it has none of our server's own. */

import { publicServer } from "./relay-server.js";

/** docs/protocol.md: more is refused. */
const MOST_BYTES = 512 * 1024;

export class SentCovers {
  #ours = "";
  #theirs = "";

  /** @param {() => { sessionId: string, secret: string }} session */
  constructor(session) {
    this.session = session;
  }

  /**
   * The address that listeners find a cover at; none as long as it has not been sent.
   *
   * @param {string} [ours]
   */
  addressOf(ours) {
    if (!publicServer()) {
      return ours;
    }
    return ours === this.#ours && this.#theirs ? this.#theirs : undefined;
  }

  /** A server that was restarted has none of them. */
  forget() {
    this.#ours = "";
  }

  /**
   * @param {string} [ours]
   * @returns {Promise<boolean>} whether listeners can be told of it now, and could not before
   */
  async send(ours) {
    if (!publicServer() || !ours || this.addressOf(ours)) {
      return false;
    }
    const theirs = await this.#put(ours).catch(() => "");
    if (theirs) {
      this.#ours = ours;
      this.#theirs = theirs;
    }
    return Boolean(theirs);
  }

  /** @param {string} ours */
  async #put(ours) {
    const { sessionId, secret } = this.session();
    const cover = await (await fetch(ours)).blob();
    if (!sessionId || cover.size > MOST_BYTES) {
      return "";
    }
    const answer = await fetch(
      `${publicServer()}/api/party/${sessionId}/cover`,
      {
        method: "PUT",
        headers: { Authorization: `Bearer ${secret}` },
        body: cover,
      },
    );
    return answer.ok ? String((await answer.json()).coverUrl) : "";
  }
}
