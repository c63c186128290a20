// A browser as a WHIP or WHEP client: browser_client.js chromium|firefox publish|listen <url> <token or -> <seconds>.
import puppeteer from "puppeteer-core";
import { main } from "./client.js";
import { apart, channels, LEFT, RIGHT } from "./tone.js";

const [name] = process.argv.splice(2, 1);
const browser = await launch();
const page = await browser.newPage();
// WebRTC needs a page; the sound and the connection are in it, the tones are recognised out here.
await page.goto(new URL("/", process.argv[3]).href);

await main(
  name,
  await browser.version(),
  {
    async publish(negotiate, seconds) {
      await page.exposeFunction("negotiate", negotiate);
      const packets = await page.evaluate(publishInPage, seconds, LEFT, RIGHT);
      return { packets, ok: packets > seconds * 40 };
    },
    async listen(negotiate, seconds) {
      await page.exposeFunction("negotiate", negotiate);
      const { left, right, rate, ...counts } = await page.evaluate(
        listenInPage,
        seconds,
      );
      const tones = channels(left, right, rate);
      return { ...counts, tones, ok: counts.lost === 0 && apart(tones) };
    },
  },
  () => browser.close(),
);

function launch() {
  if (name === "firefox")
    return puppeteer.launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      extraPrefsFirefox: {
        "media.autoplay.default": 0,
        "media.autoplay.blocking_policy": 0,
      },
    });
  return puppeteer.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
  });
}

/** @param {number} seconds @param {number} left @param {number} right @returns {Promise<number>} */
async function publishInPage(seconds, left, right) {
  const context = new AudioContext({ sampleRate: 48_000 });
  await context.resume();
  const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
  [left, right].forEach((frequency, channel) => {
    const tone = new OscillatorNode(context, { frequency });
    tone
      .connect(new GainNode(context, { gain: 0.25 }))
      .connect(merger, 0, channel);
    tone.start();
  });
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
  merger.connect(out);
  const pc = new RTCPeerConnection();
  pc.addTransceiver(out.stream.getAudioTracks()[0], { direction: "sendonly" });
  const connected = new Promise((resolve) => {
    pc.onconnectionstatechange = () =>
      pc.connectionState === "connected" && resolve(undefined);
  });
  const offer = await pc.createOffer();
  const sdp = offer.sdp?.replace("useinbandfec=1", "useinbandfec=1;stereo=1");
  await pc.setLocalDescription({ type: "offer", sdp });
  const answer = await /** @type {any} */ (window).negotiate(sdp);
  await pc.setRemoteDescription({ type: "answer", sdp: answer });
  await connected;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  for (const one of (await pc.getStats()).values())
    if (one.type === "outbound-rtp") return one.packetsSent;
  return 0;
}

/** @param {number} seconds */
async function listenInPage(seconds) {
  const pc = new RTCPeerConnection();
  const { receiver } = pc.addTransceiver("audio", { direction: "recvonly" });
  const offer = await pc.createOffer();
  const sdp = offer.sdp?.replace("useinbandfec=1", "useinbandfec=1;stereo=1");
  await pc.setLocalDescription({ type: "offer", sdp });
  const answer = await /** @type {any} */ (window).negotiate(sdp);
  await pc.setRemoteDescription({ type: "answer", sdp: answer });
  const stream = new MediaStream([receiver.track]);
  // Chromium decodes what an element plays, and nothing for Web Audio alone.
  const audio = Object.assign(new Audio(), { srcObject: stream, muted: true });
  void audio.play();
  const context = new AudioContext({ sampleRate: 48_000 });
  await context.resume();
  const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
  const ears = [0, 1].map((channel) => {
    const ear = new AnalyserNode(context, { fftSize: 32_768 });
    splitter.connect(ear, channel);
    return ear;
  });
  new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(
    splitter,
  );
  // The publisher may still be starting.
  if (receiver.track.muted)
    await new Promise((resolve, reject) => {
      receiver.track.onunmute = resolve;
      setTimeout(() => reject(new Error("No packet came")), 20_000);
    });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const [left, right] = ears.map((ear) => {
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    return Array.from(samples);
  });
  let [packets, lost] = [0, -1];
  for (const one of (await pc.getStats()).values())
    if (one.type === "inbound-rtp")
      [packets, lost] = [one.packetsReceived, one.packetsLost];
  return { left, right, rate: context.sampleRate, packets, lost };
}
