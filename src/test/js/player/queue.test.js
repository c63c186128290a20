import assert from "node:assert/strict";
import { test } from "node:test";
import { Queue } from "../../../main/webapp/js/player/queue.js";

const [first, second, third] = ["First", "Second", "Third"].map(
  (title, index) => ({
    id: String(index + 1),
    title,
    artist: "Ana",
    release: "Two Rooms",
    releaseUrl: "/releases/1",
    coverUrl: "",
    url: `/api/tracks/${index + 1}/audio`,
    durationSec: 60,
  }),
);

test("a new queue plays nothing", () => {
  const queue = new Queue();
  assert.equal(queue.current, null);
  assert.equal(queue.hasNext, false);
  assert.equal(queue.hasPrevious, false);
});

test("next and previous walk along the tracks", () => {
  const queue = new Queue([first, second, third], 1);
  assert.equal(queue.current, second);
  assert.equal(queue.next().current, third);
  assert.equal(queue.previous().current, first);
});

test("a step leaves the queue it was made from as it was", () => {
  const queue = new Queue([first, second]);
  queue.next();
  assert.equal(queue.current, first);
});

test("there is nothing before the first track and nothing after the last", () => {
  const queue = new Queue([first, second]);
  assert.equal(queue.hasPrevious, false);
  assert.equal(queue.previous().current, first);
  assert.equal(queue.next().hasNext, false);
  assert.equal(queue.next().next().current, second);
});

test("an index outside of the tracks is the nearest one inside", () => {
  assert.equal(new Queue([first, second], 7).current, second);
  assert.equal(new Queue([first, second], -1).current, first);
});

test("what was stored comes back", () => {
  const stored = JSON.parse(JSON.stringify(new Queue([first, second], 1)));
  const queue = Queue.from(stored);
  assert.deepEqual(queue.current, second);
  assert.equal(queue.tracks.length, 2);
});

test("what cannot be a queue is an empty one", () => {
  for (const stored of [undefined, null, 3, {}, { tracks: "no" }]) {
    assert.equal(Queue.from(stored).current, null);
  }
});

test("a stored track without a sound is left out, and the queue begins again", () => {
  const queue = Queue.from({ tracks: [{ id: "9" }, first, second], index: 2 });
  assert.deepEqual(queue.tracks, [first, second]);
  assert.equal(queue.index, 0);
});
