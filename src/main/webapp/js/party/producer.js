/** The sound of this tab on its way to the relay. */

import { journal } from "../lib/journal.js";
import { sound } from "../player/sound.js";
import { show } from "./connections.js";
import { connectPeer } from "./peer.js";
import { Renegotiation } from "./renegotiation.js";
import { SoundWay } from "./sound-way.js";

/** Events: `made`, `failed` (and it tries again). */
export class Producer extends SoundWay {
  #transportId = "";
  #renegotiation = new Renegotiation();

  /**
   * @param {import("../lib/room-socket.js").RoomSocket} socket
   * @param {RTCIceServer[]} iceServers
   * @param {import("./bitrate.js").Bitrate} bitrate
   */
  constructor(socket, iceServers, bitrate) {
    super((signal) => this.#create(signal));
    this.bitrate = bitrate;
    this.socket = socket;
    this.iceServers = iceServers;
  }

  /** Makes it unless it is there or being made. */
  ensure() {
    if (this.state === "made") {
      journal.note("[party-host] Producer already active");
    } else if (this.state !== "making") {
      this.open();
    }
  }

  /** The relay has closed a transport; it may have been an earlier one. @param {string} transportId */
  closedByRelay(transportId) {
    if (transportId === this.#transportId) {
      this.broken();
    }
  }

  /** The relay wants longer packets, or shorter ones: a new answer says how long. */
  renegotiate() {
    this.#renegotiation.ask();
  }

  /** @param {AbortSignal} signal */
  async #create(signal) {
    journal.note("[party-host] Creating new producer");
    const stream = sound.capture();
    // Not awaited: where a tap is missing it would never come back. The stream sounds when the context runs.
    sound.resumeContext();
    const { transportId } = await this.socket.request(
      "createProducerTransport",
    );
    signal.throwIfAborted();
    this.#transportId = transportId;
    this.#renegotiation.begin();
    const negotiate = await connectPeer({
      iceServers: this.iceServers,
      prepare: (pc) => {
        show({ role: "host", socket: this.socket, pc }, signal);
        for (const track of stream.getAudioTracks()) {
          const { sender } = pc.addTransceiver(track, {
            direction: "sendonly",
            streams: [stream],
            sendEncodings: [{ maxBitrate: this.bitrate.bitsPerSecond }],
          });
          this.bitrate.follow(sender, signal);
        }
      },
      exchange: async (sdp) =>
        (await this.socket.request("produce", { transportId, sdp })).sdp,
      broken: () => this.broken(),
      signal,
    });
    journal.note("[party-host] Producer created successfully");
    this.#renegotiation.made(negotiate);
  }
}
