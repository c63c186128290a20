import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Trouble } from "../../../main/webapp/js/player/trouble.js";

const BUSY = { problem: "busy", againMs: 10_000 };
const AWAY = { problem: "away" };
const THERE = { problem: "unplayable", againMs: 0 };

let trouble;
let told;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  trouble = new Trouble();
  told = [];
  for (const event of ["again", "next"]) {
    trouble.addEventListener(event, () => told.push(event));
  }
  trouble.addEventListener("problem", () => told.push(trouble.problem));
});

afterEach(() => mock.timers.reset());

test("a busy server is asked again after the time it asked for, and the sentence stays till the track is there", () => {
  assert.equal(trouble.meet(BUSY, false), true);
  mock.timers.tick(9_999);
  assert.deepEqual(told, ["waiting"]);
  mock.timers.tick(1);
  assert.deepEqual(told, ["waiting", "again"]);
  trouble.meet(BUSY, false);
  mock.timers.tick(10_000);
  assert.deepEqual(told, ["waiting", "again", "again"]);
  trouble.pass();
  assert.equal(trouble.problem, "");
});

test("a server that stays busy is not asked for ever", () => {
  let tries = 0;
  while (trouble.meet(BUSY, true)) {
    mock.timers.tick(10_000);
    tries++;
    assert.ok(tries < 100, "it never gives up");
  }
  assert.equal(tries, 30);
  assert.equal(trouble.problem, "busy");
  mock.timers.tick(60_000);
  assert.equal(told.filter((event) => event === "again").length, 30);
  trouble.forget();
  assert.equal(
    trouble.meet(BUSY, true),
    true,
    "another track is another matter",
  );
});

test("who pauses is told to press play", () => {
  trouble.meet(BUSY, false);
  trouble.rest();
  assert.equal(trouble.problem, "busy");
  mock.timers.tick(60_000);
  assert.equal(told.includes("again"), false);
});

test("what is there is asked for once more, at once, and then it is the browser's", () => {
  assert.equal(trouble.meet(THERE, false), true);
  assert.deepEqual(told, ["again"]);
  assert.equal(trouble.meet(THERE, false), false);
  assert.deepEqual(told, ["again", "unplayable"]);
});

test("the next track follows one that does not play, where there is one", () => {
  assert.equal(trouble.meet({ problem: "gone" }, true), true);
  mock.timers.tick(5_000);
  assert.deepEqual(told, ["gone", "next"]);
  assert.equal(trouble.meet({ problem: "gone" }, false), false);
  assert.equal(trouble.meet({ problem: "offline" }, true), false);
});

test("to who does not listen it is only said", () => {
  trouble.say(BUSY);
  trouble.say(THERE);
  mock.timers.tick(60_000);
  assert.deepEqual(told, ["busy", "unplayable"]);
});

test("a server that is away is asked until it is back, with longer pauses, and never given up", () => {
  for (const ms of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
    assert.equal(trouble.meet(AWAY, true), true);
    assert.equal(trouble.problem, "away");
    told = [];
    mock.timers.tick(ms - 1);
    assert.deepEqual(told, []);
    mock.timers.tick(1);
    assert.deepEqual(told, ["again"]);
  }
  trouble.pass();
  assert.equal(trouble.problem, "");
  trouble.meet(AWAY, true);
  told = [];
  mock.timers.tick(1_000);
  assert.deepEqual(told, ["again"], "the next time it begins anew");
});

test("when there is a network again it is asked at once, by who listens", () => {
  trouble.meet(AWAY, false);
  trouble.hurry();
  mock.timers.tick(0);
  assert.deepEqual(told, ["away", "again"]);
  mock.timers.tick(60_000);
  assert.deepEqual(told, ["away", "again"], "and not twice");
  trouble.rest();
  assert.equal(trouble.problem, "offline");
  trouble.hurry();
  mock.timers.tick(60_000);
  assert.deepEqual(told, ["away", "again", "offline"]);
  trouble.forget();
  trouble.say(AWAY);
  assert.equal(trouble.problem, "offline");
});
