/**
 * Plays tones, each of another pitch than the one before, with the player of the pages, records what it gives out, and
 * looks in the record for moments with neither pitch (a gap) and with both (an overlap).
 */

import { player } from "/js/player/player.js";
import { sound } from "/js/player/sound.js";

const RATE = 48_000;
/** 2 ms: a whole period of the lower tone. The windows begin half a millisecond apart. */
const WINDOW = 96;
const STEP = 24;
const STEP_MS = (STEP / RATE) * 1000;
const PITCHES = [500, 1500];

/** @param {number} count @param {boolean} connected through Web Audio, as in a party; else the elements by themselves */
window.measure = async (count, connected) => {
  const blocks = [];
  const context = connected
    ? (sound.capture(), sound.context)
    : new AudioContext({ sampleRate: RATE });
  await context.resume();
  await context.audioWorklet.addModule("/recorder.js");
  const recorder = new AudioWorkletNode(context, "recorder", {
    channelCount: 1,
    channelCountMode: "explicit",
  });
  recorder.port.onmessage = ({ data }) => blocks.push(data);
  recorder.connect(context.destination);
  const streams = connected
    ? [sound.capture()]
    : sound.elements.map((element) => element.captureStream());
  streams.forEach((stream) => hear(context, stream, recorder));
  const ended = new Promise((resolve) =>
    player.addEventListener("pause", resolve, { once: true }),
  );
  player.play(tones(count), 0);
  await ended;
  return found(Float32Array.from(blocks.flatMap((block) => [...block])));
};

/** @param {AudioContext} context @param {MediaStream} stream @param {AudioNode} ear */
function hear(context, stream, ear) {
  const connect = (track) =>
    context.createMediaStreamSource(new MediaStream([track])).connect(ear);
  stream.getAudioTracks().forEach(connect);
  stream.addEventListener("addtrack", ({ track }) => connect(track));
}

function tones(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    title: `Tone ${index}`,
    artist: "",
    release: "",
    releaseUrl: "",
    coverUrl: "",
    url: `/tones/${index}.wav`,
    durationSec: 4,
  }));
}

/** @param {Float32Array} samples */
function found(samples) {
  const steps = Math.floor((samples.length - WINDOW) / STEP);
  const powers = PITCHES.map((pitch) =>
    Array.from({ length: steps }, (_, step) => power(samples, step, pitch)),
  );
  const loud = 0.2;
  const gap = lengths(steps, (at) => powers.every((power) => power[at] < loud));
  const both = lengths(steps, (at) =>
    powers.every((power) => power[at] > loud),
  );
  return { gaps: gap, overlaps: both, seconds: samples.length / RATE };
}

/** Goertzel's question: how much of this pitch is there? */
function power(samples, step, pitch) {
  let [real, imaginary] = [0, 0];
  for (let at = 0; at < WINDOW; at++) {
    const angle = (2 * Math.PI * pitch * at) / RATE;
    real += samples[step * STEP + at] * Math.cos(angle);
    imaginary += samples[step * STEP + at] * Math.sin(angle);
  }
  return (2 * Math.hypot(real, imaginary)) / WINDOW;
}

/** In milliseconds; without the silence before the first tone and after the last. */
function lengths(steps, test) {
  const runs = [];
  let begun = -1;
  for (let step = 0; step < steps; step++) {
    if (test(step)) {
      begun = begun < 0 ? step : begun;
    } else if (begun >= 0) {
      if (begun > 0) {
        runs.push((step - begun) * STEP_MS);
      }
      begun = -1;
    }
  }
  return runs;
}
