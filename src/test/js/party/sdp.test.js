import assert from "node:assert/strict";
import { test } from "node:test";
import {
  forMusic,
  withNack,
  withStereo,
} from "../../../main/webapp/js/party/sdp.js";

const OPUS =
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 63\r\na=rtpmap:111 opus/48000/2\r\n";

test("stereo is added to Opus' parameters", () => {
  assert.equal(
    withStereo(
      `${OPUS}a=fmtp:111 minptime=10;useinbandfec=1\r\na=rtpmap:63 red/48000/2\r\n`,
    ),
    `${OPUS}a=fmtp:111 minptime=10;useinbandfec=1;stereo=1;sprop-stereo=1\r\na=rtpmap:63 red/48000/2\r\n`,
  );
});

test("a stereo that says no is replaced", () => {
  assert.equal(
    withStereo(`${OPUS}a=fmtp:111 stereo=0;minptime=10\r\n`),
    `${OPUS}a=fmtp:111 minptime=10;stereo=1;sprop-stereo=1\r\n`,
  );
});

test("parameters are made where there were none", () => {
  assert.equal(
    withStereo(OPUS),
    `${OPUS}a=fmtp:111 stereo=1;sprop-stereo=1\r\n`,
  );
});

test("a description without Opus stays as it is", () => {
  const sdp = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\n";
  assert.equal(withStereo(sdp), sdp);
});

test("Opus may be asked for again, and nothing else", () => {
  assert.equal(
    withNack(
      `${OPUS}a=rtcp-fb:111 transport-cc\r\na=rtpmap:63 red/48000/2\r\n`,
    ),
    `${OPUS}a=rtcp-fb:111 nack\r\na=rtcp-fb:111 transport-cc\r\na=rtpmap:63 red/48000/2\r\n`,
  );
});

test("what is offered already is not offered twice", () => {
  for (const nack of ["a=rtcp-fb:111 nack\r\n", "a=rtcp-fb:* nack\r\n"]) {
    assert.equal(withNack(OPUS + nack), OPUS + nack);
  }
  const pli = `${OPUS}a=rtcp-fb:111 nack pli\r\n`;
  assert.match(withNack(pli), /a=rtcp-fb:111 nack\r\n/);
});

test("music is in stereo and survives loss", () => {
  const sdp = forMusic(OPUS);
  assert.match(sdp, /a=rtcp-fb:111 nack\r\n/);
  assert.match(sdp, /a=fmtp:111 stereo=1;sprop-stereo=1\r\n/);
});
