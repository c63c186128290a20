/** One RTCPeerConnection with the relay: our offer, its answer. */

import { forMusic } from "./sdp.js";

/**
 * @typedef {object} PeerSetup
 * @property {RTCIceServer[]} iceServers
 * @property {(pc: RTCPeerConnection) => void} prepare adds what is sent or wanted
 * @property {(sdp: string) => Promise<string>} exchange takes our offer to the relay and brings its answer
 * @property {() => Promise<unknown>} [answered] what else to ask of the relay, which does not wait for the connection
 * @property {() => void} broken the connection is gone and will not come back by itself
 * @property {AbortSignal} signal closes it, at any time
 */

/** Longer, and nothing is going to come through: a firewall that lets no UDP pass says nothing. Milliseconds. */
const CONNECTED_WITHIN_MS = 10_000;
/** A server that takes longer to say where we are is as good as none, milliseconds. */
const GATHERED_WITHIN_MS = 1_500;
/** How long a connection may be "disconnected" before it is made anew, milliseconds. */
const DISCONNECTED_AT_MOST_MS = 3_000;

/**
 * Resolves when the connection stands: an answer alone carries no sound. What comes back negotiates anew.
 *
 * @param {PeerSetup} setup
 * @returns {Promise<() => Promise<void>>}
 */
export async function connectPeer(setup) {
  const { iceServers, broken, signal } = setup;
  signal.throwIfAborted();
  const pc = new RTCPeerConnection({ iceServers, bundlePolicy: "max-bundle" });
  signal.addEventListener("abort", () => pc.close());
  try {
    setup.prepare(pc);
    await negotiate(pc, setup);
    await setup.answered?.();
    signal.throwIfAborted();
    await connected(pc, signal);
    signal.throwIfAborted();
  } catch (error) {
    pc.close();
    throw error;
  }
  watch(pc, broken, signal);
  return () => negotiate(pc, setup);
}

/** @param {RTCPeerConnection} pc @param {PeerSetup} setup */
async function negotiate(pc, { iceServers, exchange, signal }) {
  const offer = await pc.createOffer();
  signal.throwIfAborted();
  await pc.setLocalDescription({
    type: "offer",
    sdp: forMusic(offer.sdp ?? ""),
  });
  signal.throwIfAborted();
  if (iceServers.length > 0) {
    await gathered(pc);
    signal.throwIfAborted();
  }
  const answer = await exchange(pc.localDescription?.sdp ?? "");
  signal.throwIfAborted();
  await pc.setRemoteDescription({ type: "answer", sdp: answer });
  signal.throwIfAborted();
}

/**
 * Resolves when every candidate is in our description, or it has taken long enough. A relay that is itself behind a
 * NAT sends to these first; one that is not finds us by our checks.
 *
 * @param {RTCPeerConnection} pc
 * @returns {Promise<void>}
 */
function gathered(pc) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settled(), GATHERED_WITHIN_MS);
    const look = () => pc.iceGatheringState === "complete" && settled();
    const settled = () => {
      clearTimeout(timer);
      pc.removeEventListener("icegatheringstatechange", look);
      resolve();
    };
    pc.addEventListener("icegatheringstatechange", look);
    look();
  });
}

/**
 * @param {RTCPeerConnection} pc
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function connected(pc, signal) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (pc.connectionState === "connected") {
        settled(resolve);
      } else if (signal.aborted || pc.connectionState === "failed") {
        settled(() => reject(new Error("not connected")));
      }
    };
    const timer = setTimeout(
      () => settled(() => reject(new Error("no connection in time"))),
      CONNECTED_WITHIN_MS,
    );
    /** @param {() => void} tell */
    const settled = (tell) => {
      clearTimeout(timer);
      pc.removeEventListener("connectionstatechange", look);
      signal.removeEventListener("abort", look);
      tell();
    };
    pc.addEventListener("connectionstatechange", look);
    signal.addEventListener("abort", look);
    look();
  });
}

/** @param {RTCPeerConnection} pc @param {() => void} broken @param {AbortSignal} signal */
function watch(pc, broken, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  const look = () => {
    clearTimeout(patience);
    if (pc.connectionState === "failed") {
      broken();
    } else if (pc.connectionState === "disconnected") {
      patience = setTimeout(
        () => pc.connectionState === "disconnected" && broken(),
        DISCONNECTED_AT_MOST_MS,
      );
    }
  };
  pc.addEventListener("connectionstatechange", look, { signal });
  // The network is back, perhaps another one: who is not connected now begins afresh.
  addEventListener(
    "online",
    () => pc.connectionState !== "connected" && broken(),
    { signal },
  );
  signal.addEventListener("abort", () => clearTimeout(patience));
  look();
}
