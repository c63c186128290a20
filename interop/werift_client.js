// werift (WebRTC in TypeScript) as a WHIP or WHEP client.
import { readFileSync } from "node:fs";
import { MediaStreamTrack, RTCPeerConnection } from "werift";
import { main } from "./client.js";
import { hearTone, publishTone } from "./opus.js";

const { version } = JSON.parse(
  readFileSync(
    new URL("node_modules/werift/package.json", import.meta.url),
    "utf8",
  ),
);
const pc = new RTCPeerConnection({ iceServers: [] });

await main("werift", version, {
  async publish(negotiate, seconds) {
    const track = new MediaStreamTrack({ kind: "audio" });
    pc.addTransceiver(track, { direction: "sendonly" });
    const connected = pc.connectionStateChange.watch(
      (state) => state === "connected",
    );
    await connect(negotiate);
    await connected;
    return publishTone(seconds, (packet) => track.writeRtp(packet));
  },
  async listen(negotiate, seconds) {
    pc.addTransceiver("audio", { direction: "recvonly" });
    const tracked = pc.onTrack.asPromise();
    await connect(negotiate);
    const [track] = await tracked;
    return hearTone(seconds, (take) =>
      track.onReceiveRtp.subscribe((packet) => take(packet.serialize())),
    );
  },
});

/** @param {(offer: string) => Promise<string>} negotiate */
async function connect(negotiate) {
  await pc.setLocalDescription(await pc.createOffer());
  const answer = await negotiate(pc.localDescription?.sdp ?? "");
  await pc.setRemoteDescription({ type: "answer", sdp: answer });
}
