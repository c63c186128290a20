/** The queue of a person, kept on the server for their other devices. A server that keeps none is left in peace. */

import { ask } from "../lib/api.js";
import { isPerson } from "./person.js";
import { player } from "./player.js";
import { newerQueue, queueTold } from "./queue-told.js";

const PATH = "/api/queue";
/** Changes come in bursts: an entry is dragged along many places. */
const TELL_AFTER_MS = 1_500;
const TELL_POSITION_EVERY_MS = 20_000;

class QueueSync {
  #isOff = false;
  #toldMs = performance.now();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    player.addEventListener("queue", () => this.#soon());
    player.addEventListener("pause", () => this.#soon());
    player.addEventListener("position", () => this.#nowAndThen());
    addEventListener("pagehide", () => this.#leave());
    this.#fetch();
  }

  async #fetch() {
    if (!isPerson()) {
      return;
    }
    const response = await ask("GET", PATH);
    this.#isOff = isRefused(response);
    const told = response?.ok && (await response.json().catch(() => null));
    if (told && newerQueue(told, player, Date.now())) {
      const { queue, positionSec } = queueTold(told);
      player.takeOver(queue, positionSec);
      clearTimeout(this.#timer);
    }
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), TELL_AFTER_MS);
  }

  #nowAndThen() {
    const since = performance.now() - this.#toldMs;
    if (player.playing && since > TELL_POSITION_EVERY_MS) {
      this.#tell();
    }
  }

  #leave() {
    if (player.touchedMs > 0) {
      this.#tell({ keepalive: true });
    }
  }

  /** @param {RequestInit} [more] */
  async #tell(more) {
    clearTimeout(this.#timer);
    this.#toldMs = performance.now();
    if (!this.#isOff && isPerson()) {
      this.#isOff = isRefused(await ask("PUT", PATH, described(), more));
    }
  }
}

function described() {
  const { queue, positionSec } = player;
  return {
    tracks: queue.tracks.map(({ id }) => Number(id)),
    index: queue.index,
    position: positionSec,
    shuffle: queue.isShuffled,
    repeat: queue.repeat,
    changed: new Date().toISOString(),
  };
}

/** Nobody to keep it for, or nothing that keeps it. @param {Response | null} response */
function isRefused(response) {
  return response !== null && [401, 403, 404, 405].includes(response.status);
}

new QueueSync();
