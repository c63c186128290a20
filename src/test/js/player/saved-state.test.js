import assert from "node:assert/strict";
import { test } from "node:test";
import { Queue } from "../../../main/webapp/js/player/queue.js";
import { HeardTime } from "../../../main/webapp/js/player/heard-time.js";
import {
  load,
  save,
  saveQueue,
} from "../../../main/webapp/js/player/saved-state.js";

class FakeStorage extends Map {
  getItem(key) {
    return this.get(key) ?? null;
  }

  setItem(key, value) {
    this.set(key, value);
  }
}

test("a tab without a memory is at full volume with nothing to play", () => {
  const state = load(new FakeStorage());
  assert.equal(state.queue.current, null);
  assert.deepEqual(
    [state.positionSec, state.volume, state.muted],
    [0, 1, false],
  );
});

test("a reload finds the track, the position and the volume", () => {
  const storage = new FakeStorage();
  const track = { id: "1", title: "Two Rooms", url: "/api/tracks/1/audio" };
  saveQueue(storage, new Queue([track]));
  save(storage, {
    positionSec: 12.5,
    volume: 0.25,
    muted: true,
    heard: new HeardTime({ sec: 9 }),
    touchedMs: 1_000,
  });
  const state = load(storage);
  assert.deepEqual(state.queue.current, track);
  assert.deepEqual(
    [state.positionSec, state.volume, state.muted],
    [12.5, 0.25, true],
  );
  assert.deepEqual([state.heard.sec, state.touchedMs], [9, 1_000]);
});

test("nonsense in the storage is no memory", () => {
  for (const nonsense of ["{", "null", '{"volume":"loud","positionSec":-3}']) {
    const storage = new FakeStorage([["tutti.player", nonsense]]);
    assert.deepEqual([load(storage).positionSec, load(storage).volume], [0, 1]);
  }
});

test("a storage that is full does not stop the music", () => {
  const full = {
    setItem() {
      throw new Error("full");
    },
  };
  saveQueue(full, new Queue());
  save(full, { positionSec: 0, volume: 1, muted: false, touchedMs: 0 });
});
