// @roamhq/wrtc (libwebrtc) as a WHIP or WHEP client.
import { readFileSync } from "node:fs";
import wrtc from "@roamhq/wrtc";
import { main, pace } from "./client.js";
import { apart, frame, heard, RATE } from "./tone.js";

const SAMPLES = RATE / 100; // libwebrtc takes and gives 10 ms
const { version } = JSON.parse(
  readFileSync(
    new URL("node_modules/@roamhq/wrtc/package.json", import.meta.url),
    "utf8",
  ),
);
const pc = new wrtc.RTCPeerConnection({ iceServers: [] });

await main("@roamhq/wrtc", version, {
  async publish(negotiate, seconds) {
    const source = new wrtc.nonstandard.RTCAudioSource();
    pc.addTransceiver(source.createTrack(), { direction: "sendonly" });
    const connected = new Promise((resolve) => {
      pc.onconnectionstatechange = () =>
        pc.connectionState === "connected" && resolve(undefined);
    });
    await connect(negotiate);
    await connected;
    await pace(seconds, 100, (n) =>
      source.onData({
        samples: frame(n * SAMPLES, SAMPLES),
        sampleRate: RATE,
        bitsPerSample: 16,
        channelCount: 2,
        numberOfFrames: SAMPLES,
      }),
    );
    const { packetsSent } = await stats("outbound-rtp");
    return { packets: packetsSent, ok: packetsSent > seconds * 40 };
  },
  async listen(negotiate, seconds) {
    const { receiver } = pc.addTransceiver("audio", { direction: "recvonly" });
    const sink = new wrtc.nonstandard.RTCAudioSink(receiver.track);
    await connect(negotiate);
    /** @type {number[]} */
    const pcm = [];
    let rate = RATE;
    await new Promise((resolve, reject) => {
      setTimeout(
        () => reject(new Error("Too little was heard")),
        (seconds + 20) * 1000,
      );
      sink.ondata = (/** @type {any} */ data) => {
        // Silence before the first packet is not the party's.
        if (data.channelCount !== 2) return;
        if (!pcm.length && !data.samples.some(Boolean)) return;
        rate = data.sampleRate;
        pcm.push(...data.samples);
        if (pcm.length >= 2 * rate * seconds) resolve(undefined);
      };
    });
    const { packetsReceived, packetsLost } = await stats("inbound-rtp");
    const tones = heard(pcm, rate);
    return {
      packets: packetsReceived,
      lost: packetsLost,
      tones,
      ok: packetsLost === 0 && apart(tones),
    };
  },
});

/** @param {(offer: string) => Promise<string>} negotiate */
async function connect(negotiate) {
  const offer = await pc.createOffer();
  // RFC 7587 §6.1: without this libwebrtc wants mono, and sends it.
  const sdp = offer.sdp?.replace("useinbandfec=1", "useinbandfec=1;stereo=1");
  await pc.setLocalDescription({ type: "offer", sdp });
  let answer = await negotiate(sdp ?? "");
  await pc.setRemoteDescription({ type: "answer", sdp: answer });
}

/** @param {string} type @returns {Promise<any>} */
async function stats(type) {
  return [...(await pc.getStats()).values()].find((one) => one.type === type);
}
