import assert from "node:assert/strict";
import { test } from "node:test";
import { Queue } from "../../../main/webapp/js/player/queue.js";
import {
  newerQueue,
  queueTold,
} from "../../../main/webapp/js/player/queue-told.js";

const NOW = Date.parse("2026-05-01T20:00:00Z");
const told = {
  tracks: [
    {
      id: 7,
      title: "Two Rooms",
      releaseId: 2,
      duration: 61,
      gain: -3,
      peak: 1,
    },
    { id: 8, title: "Last Tram", releaseId: 2, gain: null },
  ],
  index: 1,
  position: 12.5,
  shuffle: true,
  repeat: "all",
  changed: "2026-05-01T19:00:00Z",
};

test("a queue of another device comes back whole", () => {
  const { queue, positionSec } = queueTold(told);
  assert.equal(queue.current?.title, "Last Tram");
  assert.equal(queue.tracks[0].url, "/api/tracks/7/audio?pictures=no");
  assert.equal(queue.tracks[0].releaseUrl, "/releases/2");
  assert.equal(queue.tracks[0].gain, -3);
  assert.equal(queue.tracks[1].gain, undefined);
  assert.deepEqual(
    [queue.isShuffled, queue.repeat, positionSec],
    [true, "all", 12.5],
  );
});

test("it takes the place of nothing, and of what was left long ago", () => {
  const here = (touched, queue = new Queue([{ id: "1" }])) => ({
    playing: false,
    queue,
    touchedMs: Date.parse(touched),
  });
  assert.ok(newerQueue(told, here("2026-05-01T19:59:00Z", new Queue()), NOW));
  assert.ok(newerQueue(told, here("2026-05-01T10:00:00Z"), NOW));
  assert.ok(!newerQueue(told, here("2026-05-01T19:59:00Z"), NOW), "a reload");
  assert.ok(!newerQueue(told, here("2026-05-01T19:10:00Z"), NOW), "newer here");
});

test("it never interrupts, and nothing is no queue", () => {
  const idle = { playing: false, queue: new Queue(), touchedMs: 0 };
  assert.ok(newerQueue(told, idle, NOW), "the premise");
  assert.ok(!newerQueue(told, { ...idle, playing: true }, NOW));
  assert.ok(!newerQueue({ ...told, tracks: [] }, idle, NOW));
  assert.ok(!newerQueue({}, idle, NOW));
});
