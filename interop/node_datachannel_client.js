// node-datachannel (libdatachannel) as a WHIP or WHEP client.
import { readFileSync } from "node:fs";
import datachannel from "node-datachannel";
import { main } from "./client.js";
import { hearTone, publishTone } from "./opus.js";

const SSRC = 0x7475;
const { version } = JSON.parse(
  readFileSync(
    new URL("node_modules/node-datachannel/package.json", import.meta.url),
    "utf8",
  ),
);

await main("node-datachannel", version, {
  async publish(negotiate, seconds) {
    const { track, opened } = await connect(negotiate, "SendOnly");
    await opened;
    return publishTone(
      seconds,
      (packet) => track.sendMessageBinary(packet),
      SSRC,
    );
  },
  async listen(negotiate, seconds) {
    const { track } = await connect(negotiate, "RecvOnly");
    return hearTone(seconds, (take) =>
      track.onMessage((message) => isRtp(message) && take(message)),
    );
  },
});

/** @param {(offer: string) => Promise<string>} negotiate @param {"SendOnly" | "RecvOnly"} direction */
async function connect(negotiate, direction) {
  const pc = new datachannel.PeerConnection("tutti", { iceServers: [] });
  const gathered = new Promise((resolve) =>
    pc.onGatheringStateChange(
      (state) => state === "complete" && resolve(state),
    ),
  );
  const audio = new datachannel.Audio("0", direction);
  audio.addOpusCodec(111, "minptime=10;useinbandfec=1;stereo=1;sprop-stereo=1");
  if (direction === "SendOnly") audio.addSSRC(SSRC, "tutti");
  const track = pc.addTrack(audio);
  const opened = new Promise((resolve) => track.onOpen(() => resolve(track)));
  pc.setLocalDescription("offer");
  await gathered;
  pc.setRemoteDescription(await negotiate(pc.localDescription().sdp), "answer");
  return { track, opened };
}

// RFC 5761 §4: RTCP's types are 192 to 223, where RTP has the marker and a payload type.
/** @param {any} message */
function isRtp(message) {
  return message.length > 12 && (message[1] < 192 || message[1] > 223);
}
