/** Tells a party's listeners what the host's player does. */

import { player } from "../player/player.js";
import { described } from "./described.js";

const TELL_POSITION_EVERY_SEC = 5;
/** A jump by more than this is a seek, seconds. */
const SEEK_SEC = 1.5;

export class Announcer {
  #told = { at: 0, positionSec: 0 };

  /**
   * @param {import("../lib/room-socket.js").RoomSocket} socket
   * @param {AbortSignal} signal ends it
   * @param {import("./sent-covers.js").SentCovers} covers
   */
  constructor(socket, signal, covers) {
    this.socket = socket;
    this.covers = covers;
    player.addEventListener("track", () => this.track(), { signal });
    player.addEventListener("play", () => this.#played(), { signal });
    player.addEventListener("pause", () => socket.send("pause"), { signal });
    player.addEventListener("position", () => this.#moved(), { signal });
  }

  /** A connection stands, again perhaps. */
  connected() {
    this.covers.forget();
    this.track();
  }

  /** All there is to tell; of the cover when it has got to where listeners find it. */
  async track() {
    this.#track();
    const coverUrl = player.current?.coverUrl;
    const sent = await this.covers.send(coverUrl);
    if (sent && player.current?.coverUrl === coverUrl) {
      this.#track();
    }
  }

  #track() {
    const track = player.current;
    if (track) {
      const coverUrl = this.covers.addressOf(track.coverUrl) || undefined;
      this.socket.send("nowPlaying", {
        track: { ...described(track), coverUrl },
      });
      this.socket.send(player.playing ? "resume" : "pause");
      this.#position();
    }
  }

  #played() {
    this.socket.send("resume");
    this.#position();
  }

  /** Now and then, and at once after a seek; listeners let it run on in between. */
  #moved() {
    const passed = performance.now() / 1000 - this.#told.at;
    const expected = this.#told.positionSec + (player.playing ? passed : 0);
    const seeked = Math.abs(player.positionSec - expected) > SEEK_SEC;
    if (seeked || passed > TELL_POSITION_EVERY_SEC) {
      this.#position();
    }
  }

  #position() {
    const { positionSec, durationSec } = player;
    this.#told = { at: performance.now() / 1000, positionSec };
    this.socket.send("position", {
      positionSec,
      durationSec: durationSec || 0,
    });
  }
}
