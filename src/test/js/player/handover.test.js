import assert from "node:assert/strict";
import { test } from "node:test";
import {
  beginsInMs,
  isLengthSure,
  overlapOf,
  StartDelay,
} from "../../../main/webapp/js/player/handover.js";

test("the next track is begun so much before the end as it takes to start", () => {
  assert.equal(beginsInMs(0.8, 0, 30), 770);
  assert.equal(beginsInMs(0.01, 0, 30), 0);
});

test("a crossfade begins earlier", () => {
  assert.equal(beginsInMs(6.5, 6, 30), 470);
});

test("far from the end there is nothing to time yet", () => {
  assert.equal(beginsInMs(20, 0, 30), null);
  assert.equal(beginsInMs(20, 12, 30), null);
});

test("a crossfade takes no more than half of either track", () => {
  assert.equal(overlapOf(12, 200, 180), 12);
  assert.equal(overlapOf(12, 200, 10), 5);
  assert.equal(overlapOf(12, 4, 180), 2);
  assert.equal(overlapOf(12, 200, NaN), 0);
  assert.equal(overlapOf(0, 200, 180), 0);
});

test("the delay of a start is learnt, and outliers are not", () => {
  const delay = new StartDelay(0);
  [40, 40, 40, 40, 5_000, -30].forEach((ms) => delay.learn(ms));
  assert.ok(Math.abs(delay.ms - 40) < 5, String(delay.ms));
});

test("a length that the browser only guesses is not relied upon", () => {
  assert.equal(isLengthSure(180.4, 180), true);
  assert.equal(isLengthSure(171, 180), false);
  assert.equal(isLengthSure(180, 0), true);
  assert.equal(isLengthSure(Infinity, 180), false);
});
