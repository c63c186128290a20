import assert from "node:assert/strict";
import { test } from "node:test";
import {
  lostOnTheWay,
  paceAfter,
} from "../../../main/webapp/js/party/bitrate.js";

/** @param {number} kbps @param {number} chosen @param {number[]} losses one report after the other */
function after(kbps, chosen, losses) {
  return losses.reduce((pace, lost) => paceAfter(pace, chosen, lost), {
    kbps,
    calm: 0,
  }).kbps;
}

test("loss lowers it, down to what music needs", () => {
  assert.equal(after(128, 128, [0.1]), 96);
  assert.equal(after(256, 256, [0.3, 0.3, 0.3, 0.3, 0.3, 0.3]), 64);
});

test("a little loss changes nothing", () => {
  assert.equal(after(96, 128, Array(20).fill(0.02)), 96);
  assert.equal(after(128, 128, [0.05]), 128);
});

test("without loss it rises again step by step, up to what was chosen", () => {
  assert.equal(after(96, 128, Array(4).fill(0)), 96);
  assert.equal(after(96, 128, Array(5).fill(0)), 112);
  assert.equal(after(96, 128, Array(50).fill(0)), 128);
});

test("one loss in between lets it wait anew", () => {
  assert.equal(after(96, 128, [0, 0, 0, 0, 0.03, 0, 0, 0, 0]), 96);
});

test("what was sent again had been lost, although the relay has it", () => {
  const before = { packetsSent: 1000, retransmittedPacketsSent: 50 };
  const now = { packetsSent: 1120, retransmittedPacketsSent: 70 };
  assert.equal(lostOnTheWay(now, before, 0), 0.2);
  assert.equal(lostOnTheWay(now, before, 0.05), 0.25);
});

test("without retransmission what the relay says stands", () => {
  assert.equal(
    lostOnTheWay({ packetsSent: 1100 }, { packetsSent: 1000 }, 0.1),
    0.1,
  );
});

test("where nothing new was sent nothing was lost anew", () => {
  const counts = { packetsSent: 1000, retransmittedPacketsSent: 50 };
  assert.equal(lostOnTheWay(counts, counts, 0), 0);
  assert.equal(
    lostOnTheWay({ ...counts, retransmittedPacketsSent: 51 }, counts, 1),
    1,
  );
});
