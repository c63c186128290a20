import assert from "node:assert/strict";
import { test } from "node:test";
import {
  behindSec,
  browserNumbers,
} from "../../../main/webapp/js/party/browser-numbers.js";

const PAIR = {
  id: "P",
  type: "candidate-pair",
  nominated: true,
  currentRoundTripTime: 0.012,
  localCandidateId: "L",
  remoteCandidateId: "R",
};
const ENDS = [
  {
    id: "L",
    type: "local-candidate",
    candidateType: "host",
    address: "2001:db8::7",
    port: 50122,
    protocol: "udp",
  },
  {
    id: "R",
    type: "remote-candidate",
    candidateType: "srflx",
    address: "192.0.2.2",
    port: 40000,
    protocol: "udp",
  },
];

test("a listener's numbers are what came in", () => {
  const numbers = browserNumbers(
    [
      {
        type: "inbound-rtp",
        kind: "audio",
        codecId: "C",
        packetsReceived: 50,
        bytesReceived: 8000,
        packetsLost: 2,
        jitter: 0.004,
        concealedSamples: 480,
        totalSamplesReceived: 48_000,
        jitterBufferDelay: 4_800,
        jitterBufferEmittedCount: 48_000,
      },
      PAIR,
      ...ENDS,
      {
        id: "C",
        type: "codec",
        mimeType: "audio/opus",
        clockRate: 48_000,
        channels: 2,
        payloadType: 111,
      },
    ],
    "connected",
  );
  assert.deepEqual(numbers, {
    state: "connected",
    packets: 50,
    bytes: 8000,
    lost: 2,
    jitterMs: 4,
    concealed: 0.01,
    delayMs: 100,
    roundTripMs: 12,
    codec: "audio/opus 48000/2",
    pair: {
      local: "host [2001:db8::7]:50122 udp",
      remote: "srflx 192.0.2.2:40000 udp",
    },
  });
});

test("the pair is the one in use, and an address that the browser keeps to itself is a star", () => {
  const [local, remote] = ENDS;
  const { pair, roundTripMs } = browserNumbers(
    [
      PAIR,
      { ...PAIR, id: "Q", localCandidateId: "M", currentRoundTripTime: 0.02 },
      { type: "transport", selectedCandidatePairId: "Q" },
      local,
      { ...local, id: "M", address: "" },
      remote,
    ],
    "connected",
  );
  assert.equal(pair?.local, "host *:50122 udp");
  assert.equal(roundTripMs, 20);
});

test("a host's numbers are what went out, and what the relay reported", () => {
  const numbers = browserNumbers(
    [
      { type: "outbound-rtp", kind: "audio", packetsSent: 7, bytesSent: 700 },
      { type: "remote-inbound-rtp", kind: "audio", packetsLost: 1 },
    ],
    "connected",
  );
  assert.equal(numbers.packets, 7);
  assert.equal(numbers.lost, 1);
  assert.equal(numbers.roundTripMs, undefined, "no pair, no round trip");
  assert.equal(numbers.pair, undefined);
  assert.equal(numbers.codec, undefined);
});

test("nothing has been played yet: no share of it is known", () => {
  const { concealed } = browserNumbers(
    [
      {
        type: "inbound-rtp",
        kind: "audio",
        concealedSamples: 0,
        totalSamplesReceived: 0,
      },
    ],
    "new",
  );
  assert.equal(concealed, undefined);
});

test("who listens is behind by the buffer, the ways there and what sound takes in itself", () => {
  assert.equal(behindSec({ state: "", delayMs: 150, roundTripMs: 40 }), 0.25);
  assert.equal(behindSec({ state: "", delayMs: 150 }), 0.21);
  assert.equal(behindSec({ state: "" }), undefined);
});
