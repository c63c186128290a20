import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Stall } from "../../../main/webapp/js/player/stall.js";

let stall;
let times;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  stall = new Stall();
  times = 0;
  stall.addEventListener("stalled", () => times++);
});

afterEach(() => mock.timers.reset());

test("ten seconds without a byte are a stall, and are told once", () => {
  stall.waits();
  mock.timers.tick(9_999);
  assert.equal(times, 0);
  mock.timers.tick(1);
  assert.equal(times, 1);
  mock.timers.tick(60_000);
  assert.equal(times, 1);
});

test("a slow network is none", () => {
  stall.waits();
  for (let second = 0; second < 60; second += 5) {
    mock.timers.tick(5_000);
    stall.bytesCame();
  }
  assert.equal(times, 0);
});

test("what plays, or is paused, waits for nothing", () => {
  stall.waits();
  stall.isOver();
  stall.bytesCame();
  mock.timers.tick(60_000);
  assert.equal(times, 0);
});
