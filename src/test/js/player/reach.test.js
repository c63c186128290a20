import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthTime } from "../../../main/webapp/js/lib/parts.js";
import { isAtEnd, reachSec } from "../../../main/webapp/js/player/reach.js";

const NOTHING = { length: 0, start: () => 0, end: () => 0 };
const upTo = (/** @type {number} */ sec) => ({
  length: 1,
  start: () => 0,
  end: () => sec,
});

test("one can move to the end of a track whose length is known", () => {
  assert.equal(reachSec(60, upTo(20)), 60);
});

test("of a track of unknown length one can move as far as the element can", () => {
  assert.equal(reachSec(0, upTo(20)), 20);
});

test("where nobody knows how far it goes, nobody is sent to the beginning", () => {
  assert.equal(Math.min(8, reachSec(0, NOTHING)), 8);
  assert.equal(Math.min(8, reachSec(0, upTo(Infinity))), 8);
});

test("a track of unknown length is never at its end", () => {
  assert.equal(isAtEnd(59, 60, 2), true);
  assert.equal(isAtEnd(59, 0, 2), false);
  assert.equal(isAtEnd(0, 1, 2), false);
});

test("an unknown length is not shown as zero", () => {
  assert.equal(lengthTime(0), "–:––");
  assert.equal(lengthTime(Infinity), "–:––");
  assert.equal(lengthTime(65), "1:05");
});
