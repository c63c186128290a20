/** One RTCPeerConnection with the relay: our offer, its answer. */

import { withStereo } from "./sdp.js";

/**
 * @typedef {object} PeerSetup
 * @property {RTCIceServer[]} iceServers
 * @property {(pc: RTCPeerConnection) => void} prepare adds what is sent or wanted
 * @property {(sdp: string) => Promise<string>} exchange takes our offer to the relay and brings its answer
 * @property {() => void} broken the connection is gone and will not come back by itself
 */

/** How long a connection may be "disconnected" before it is made anew, milliseconds. */
const DISCONNECTED_AT_MOST_MS = 3_000;

/**
 * @param {PeerSetup} setup
 * @returns {Promise<RTCPeerConnection>}
 */
export async function connectPeer({ iceServers, prepare, exchange, broken }) {
  const pc = new RTCPeerConnection({ iceServers, bundlePolicy: "max-bundle" });
  try {
    prepare(pc);
    const offer = await pc.createOffer();
    await pc.setLocalDescription({
      type: "offer",
      sdp: withStereo(offer.sdp ?? ""),
    });
    const answer = await exchange(pc.localDescription?.sdp ?? "");
    await pc.setRemoteDescription({ type: "answer", sdp: answer });
  } catch (error) {
    pc.close();
    throw error;
  }
  watch(pc, broken);
  return pc;
}

/** @param {RTCPeerConnection} pc @param {() => void} broken */
function watch(pc, broken) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  pc.addEventListener("connectionstatechange", () => {
    clearTimeout(patience);
    if (pc.connectionState === "failed") {
      broken();
    } else if (pc.connectionState === "disconnected") {
      patience = setTimeout(
        () => pc.connectionState === "disconnected" && broken(),
        DISCONNECTED_AT_MOST_MS,
      );
    }
  });
}
