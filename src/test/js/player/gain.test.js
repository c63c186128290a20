import assert from "node:assert/strict";
import { test } from "node:test";
import { factorOf, fadeCurve } from "../../../main/webapp/js/player/gain.js";

const track = { gain: -6, peak: 0.9, releaseGain: -3, releasePeak: 0.95 };

test("off, or unknown, nothing is changed", () => {
  assert.equal(factorOf(track, "off"), 1);
  assert.equal(factorOf({}, "track"), 1);
  assert.equal(factorOf(null, "release"), 1);
});

test("decibels become a factor, of the track or of its release", () => {
  near(factorOf(track, "track"), 0.501);
  near(factorOf(track, "release"), 0.708);
});

test("where one is missing the other is used", () => {
  near(factorOf({ gain: -6 }, "release"), 0.501);
  near(factorOf({ releaseGain: -6 }, "track"), 0.501);
});

test("nothing is amplified over full scale", () => {
  near(factorOf({ gain: 6, peak: 0.8 }, "track"), 1.25);
  near(factorOf({ gain: 6, peak: 0.1 }, "track"), 1.995);
  near(factorOf({ gain: -1, peak: 1.5 }, "track"), 0.667);
  assert.equal(factorOf({ gain: 6 }, "track"), 1, "the peak is not known");
  near(factorOf({ gain: 6, peak: 0 }, "track"), 1.995);
});

test("a gain of nothing is a gain", () => {
  assert.equal(factorOf({ gain: 0, releaseGain: -6 }, "track"), 1);
});

test("a crossfade has the same power all the time", () => {
  const [out, into] = [fadeCurve("out"), fadeCurve("in")];
  near(out[0], 1);
  near(into[0], 0);
  near(out.at(-1), 0);
  near(into.at(-1), 1);
  out.forEach((gain, point) => near(gain ** 2 + into[point] ** 2, 1));
});

function near(actual, expected) {
  assert.ok(Math.abs(actual - expected) < 0.001, `${actual} for ${expected}`);
}
