// Opus for stacks that carry RTP and no codec: ffmpeg makes the frames beforehand, and decodes afterwards.
import { execFileSync } from "node:child_process";
import { pace, pause } from "./client.js";
import { apart, heard, LEFT, RATE, RIGHT } from "./tone.js";

const PAYLOAD_TYPE = 111;
const SAMPLES = 960; // 20 ms at the 48 kHz of RFC 7587 §4.1

/** @param {number} seconds @param {(packet: Buffer) => void} send @param {number} [ssrc] */
export async function publishTone(seconds, send, ssrc = 0x7475) {
  const frames = toneFrames(seconds);
  await pace(seconds, 50, (n) => send(rtp(n, ssrc, frames[n % frames.length])));
  return { packets: seconds * 50, ok: true };
}

/** Collects packets for so long from the first on. @param {number} seconds @param {(take: (packet: Buffer) => void) => void} subscribe */
export async function hearTone(seconds, subscribe) {
  /** @type {Map<number, Buffer>} */
  const payloads = new Map();
  let first = -1;
  let began = () => {};
  const beginning = new Promise((resolve, reject) => {
    began = () => resolve(undefined);
    setTimeout(() => reject(new Error("No packet came")), 15_000);
  });
  subscribe((packet) => {
    if (first < 0) first = packet.readUInt16BE(2);
    const payload = payloadOf(packet);
    if (!payload.length) return;
    payloads.set((packet.readUInt16BE(2) - first + 0x18000) % 0x10000, payload);
    began();
  });
  await beginning;
  await pause(seconds * 1000);
  const order = [...payloads.keys()].sort((a, b) => a - b);
  const lost = order[order.length - 1] - order[0] + 1 - order.length;
  const pcm = decode(order.map((n) => payloads.get(n) ?? Buffer.of()));
  const tones = heard(
    new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1),
  );
  return { packets: order.length, lost, tones, ok: lost === 0 && apart(tones) };
}

/** @param {number} seconds @returns {Buffer[]} */
function toneFrames(seconds) {
  const sines = `aevalsrc=0.25*sin(2*PI*${LEFT}*t)|0.25*sin(2*PI*${RIGHT}*t):s=${RATE}:d=${seconds}`;
  const encode = "-c:a libopus -b:a 128k -frame_duration 20 -f ogg pipe:1";
  const ogg = ffmpeg(["-f", "lavfi", "-i", sines, ...encode.split(" ")]);
  return packetsOf(ogg).slice(2); // after OpusHead and OpusTags
}

/** @param {Buffer[]} frames */
function decode(frames) {
  const head = Buffer.from("OpusHead\x01\x02\0\0\x80\xbb\0\0\0\0\0", "latin1");
  const tags = Buffer.from("OpusTags\0\0\0\0\0\0\0\0", "latin1");
  const pages = [head, tags, ...frames].map((packet, n) =>
    page(packet, n, Math.max(0, n - 1) * SAMPLES),
  );
  const decoded = "-f ogg -i pipe:0 -f s16le -ac 2 -ar 48000 pipe:1";
  return ffmpeg(decoded.split(" "), Buffer.concat(pages));
}

/** @param {string[]} args @param {Buffer} [input] */
function ffmpeg(args, input) {
  return execFileSync("ffmpeg", ["-v", "error", ...args], {
    input,
    maxBuffer: 1 << 26,
    stdio: ["pipe", "pipe", "inherit"],
  });
}

/** RFC 3550 §5.1. @param {number} n @param {number} ssrc @param {Buffer} payload */
function rtp(n, ssrc, payload) {
  const header = Buffer.alloc(12);
  header[0] = 0x80;
  header[1] = PAYLOAD_TYPE;
  header.writeUInt16BE(n % 0x10000, 2);
  header.writeUInt32BE(n * SAMPLES, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, payload]);
}

/** Without CSRCs, extension (RFC 3550 §5.3.1) and padding. @param {Buffer} packet */
function payloadOf(packet) {
  let start = 12 + 4 * (packet[0] & 15);
  if (packet[0] & 16) start += 4 + 4 * packet.readUInt16BE(start + 2);
  const padding = packet[0] & 32 ? packet[packet.length - 1] : 0;
  return packet.subarray(start, packet.length - padding);
}

/** RFC 3533 §6: a segment of 255 goes on in the next one. @param {Buffer} ogg */
function packetsOf(ogg) {
  const packets = [];
  let parts = [];
  for (let at = 0; at < ogg.length;) {
    const count = ogg[at + 26];
    let body = at + 27 + count;
    for (const size of ogg.subarray(at + 27, at + 27 + count)) {
      parts.push(ogg.subarray(body, (body += size)));
      if (size === 255) continue;
      packets.push(Buffer.concat(parts));
      parts = [];
    }
    at = body;
  }
  return packets;
}

/** One packet on a page of its own. @param {Buffer} packet @param {number} n @param {number} granule */
function page(packet, n, granule) {
  const segments = Math.floor(packet.length / 255) + 1;
  const header = Buffer.alloc(27 + segments, 255);
  header.fill(0, 0, 27);
  header.write("OggS", 0, "latin1");
  header[5] = n === 0 ? 2 : 0;
  header.writeBigUInt64LE(BigInt(granule), 6);
  header.writeUInt32LE(n, 18);
  header[26] = segments;
  header[header.length - 1] = packet.length % 255;
  const whole = Buffer.concat([header, packet]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

/** RFC 3533 §6, field 7: polynomial 0x04c11db7, nothing inverted. @param {Buffer} bytes */
function checksum(bytes) {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++)
      sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
