import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { SoundWay } from "../../../main/webapp/js/party/sound-way.js";

/** @type {{ signal: AbortSignal, works: () => void, fails: () => void }[]} */
let attempts;
/** @type {string[]} */
let events;
/** @type {SoundWay} */
let way;

const settle = () => new Promise((resolve) => setImmediate(resolve));

async function works() {
  attempts.at(-1)?.works();
  await settle();
}

async function fails() {
  attempts.at(-1)?.fails();
  await settle();
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(console, "warn", () => {});
  attempts = [];
  events = [];
  way = new SoundWay(
    (signal) =>
      new Promise((resolve, reject) =>
        attempts.push({
          signal,
          works: resolve,
          fails: () => reject(new Error("no")),
        }),
      ),
  );
  way.addEventListener("made", () => events.push("made"));
  way.addEventListener("failed", () => events.push("failed"));
  way.open();
});

test("what could not be made is made again, after one second, two, four, eight, eight", async () => {
  for (const seconds of [1, 2, 4, 8, 8]) {
    await fails();
    const before = attempts.length;
    mock.timers.tick(seconds * 1_000 - 1);
    assert.equal(attempts.length, before);
    mock.timers.tick(1);
    assert.equal(attempts.length, before + 1);
  }
  await works();
  assert.equal(way.state, "made");
  assert.equal(events.at(-1), "made");
});

test("when the network is back nobody waits for the next attempt", async () => {
  await fails();
  way.hurry();
  assert.equal(attempts.length, 2);
  way.hurry();
  assert.equal(attempts.length, 3, "that one was begun without a network");
  assert.equal(attempts[1].signal.aborted, true);
  await works();
  way.hurry();
  assert.equal(attempts.length, 3, "what stands, stands");
});

test("what has broken is made again at once, and what it was is ended", async () => {
  await works();
  way.broken();
  assert.equal(attempts.length, 2);
  assert.ok(attempts[0].signal.aborted);
  assert.ok(!attempts[1].signal.aborted);
});

test("there is never more than one attempt", async () => {
  way.open();
  way.open();
  assert.deepEqual(
    attempts.map(({ signal }) => signal.aborted),
    [true, true, false],
  );
  attempts[0].works();
  attempts[1].fails();
  await settle();
  assert.equal(way.state, "making");
  assert.deepEqual(events, []);
});

test("breaking while it is made costs one retry, not two", async () => {
  way.broken();
  way.broken();
  await fails();
  mock.timers.tick(8_000);
  assert.equal(attempts.length, 2);
  assert.deepEqual(events, ["failed"]);
});

test("what is closed stays closed, whatever comes in late", async () => {
  way.close();
  await works();
  way.broken();
  mock.timers.tick(60_000);
  assert.equal(way.state, "none");
  assert.equal(attempts.length, 1);
  assert.ok(attempts[0].signal.aborted);
  assert.deepEqual(events, []);
});

test("closing forgets the retry", async () => {
  await fails();
  way.close();
  mock.timers.tick(60_000);
  assert.equal(attempts.length, 1);
});
