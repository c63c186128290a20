/** Negotiates a connection anew when it is asked to: one at a time, and once more for what is asked for meanwhile. */
export class Renegotiation {
  #asked = false;
  #busy = false;
  /** @type {(() => Promise<void>) | null} */
  #negotiate = null;

  /** A connection is about to be made; what was asked for before, its first answer will say. */
  begin() {
    this.#asked = false;
    this.#negotiate = null;
  }

  /**
   * It stands. What was asked for in between may have come too late for its answer.
   *
   * @param {() => Promise<void>} negotiate
   */
  async made(negotiate) {
    this.#negotiate = negotiate;
    await this.#run();
  }

  /** Without a connection it waits for the next one. */
  async ask() {
    this.#asked = true;
    await this.#run();
  }

  async #run() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    try {
      while (this.#asked && this.#negotiate) {
        this.#asked = false;
        await this.#negotiate();
      }
    } catch (error) {
      // The sound goes on as it was, or its connection has gone and there will be another one.
      console.warn("[party] Not negotiated anew", error);
    } finally {
      this.#busy = false;
    }
  }
}
