import assert from "node:assert/strict";
import { test } from "node:test";
import { Queue } from "../../../main/webapp/js/player/queue.js";

const [first, second, third, fourth] = tracks(4);

test("a new queue plays nothing", () => {
  const queue = new Queue();
  assert.equal(queue.current, null);
  assert.equal(queue.hasNext, false);
  assert.equal(queue.hasPrevious, false);
  assert.equal(queue.following(), null);
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
  queue.add([third]);
  queue.shuffle(true);
  assert.equal(queue.current, first);
  assert.deepEqual(queue.tracks, [first, second]);
});

test("there is nothing before the first track and nothing after the last", () => {
  const queue = new Queue([first, second]);
  assert.equal(queue.hasPrevious, false);
  assert.equal(queue.previous().current, first);
  assert.equal(queue.next().hasNext, false);
  assert.equal(queue.next().next().current, second);
  assert.equal(queue.next().following(), null);
});

test("an index outside of the tracks is the nearest one inside", () => {
  assert.equal(new Queue([first, second], 7).current, second);
  assert.equal(new Queue([first, second], -1).current, first);
});

test("repeating all goes round in both directions", () => {
  const queue = new Queue([first, second], 1).repeating("all");
  assert.equal(queue.following().current, first);
  assert.equal(queue.next().current, first);
  assert.equal(queue.next().previous().current, second);
});

test("repeating one stays by itself and goes on when told to", () => {
  const queue = new Queue([first, second]).repeating("one");
  assert.equal(queue.following().current, first);
  assert.equal(queue.next().current, second);
  assert.equal(queue.next().hasNext, false);
});

test("shuffled, nothing comes again until all have played", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomFrom(seed);
    const size = 1 + Math.floor(random() * 12);
    const start = Math.floor(random() * size);
    let queue = new Queue(tracks(size), start)
      .repeating("all")
      .shuffle(true, random);
    for (let round = 0; round < 3; round++) {
      const heard = new Set();
      for (let step = 0; step < size; step++) {
        heard.add(queue.current.id);
        const before = queue.current;
        queue = queue.next(random);
        assert.ok(size === 1 || queue.current !== before, `seed ${seed}`);
      }
      assert.equal(heard.size, size, `seed ${seed}, round ${round}`);
    }
  }
});

test("shuffling in the middle of a list draws from what has not played, in front of it or behind", () => {
  const queue = new Queue(tracks(6), 3).next().shuffle(true, randomFrom(3));
  assert.equal(queue.current.id, "5");
  const coming = [];
  for (let at = queue; at.hasNext; at = at.next()) {
    coming.push(at.next().current.id);
  }
  assert.deepEqual(coming.toSorted(), ["1", "2", "3", "6"]);
});

test("unshuffled, all is where it was, and what plays plays on", () => {
  const shuffled = new Queue(tracks(9), 4).shuffle(true, randomFrom(7)).next();
  const playing = shuffled.current;
  const queue = shuffled.shuffle(false);
  assert.deepEqual(ids(queue), ["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  assert.equal(queue.current, playing);
});

test("what is chosen in a shuffled queue comes at once, and nothing is missed", () => {
  const queue = new Queue(tracks(5)).shuffle(true, randomFrom(5));
  const chosen = queue.entries[4];
  const after = queue.jumpTo(chosen.key);
  assert.equal(after.current, chosen.track);
  assert.equal(after.length - after.index - 1, 3);
});

test("what is chosen in a list is where it goes on", () => {
  const queue = new Queue([first, second, third]);
  assert.equal(queue.jumpTo(queue.entries[2].key).index, 2);
  assert.equal(queue.jumpTo("nowhere").index, 0);
});

test("moved entries leave on what is on", () => {
  const queue = new Queue([first, second, third, fourth], 1);
  const key = (at) => queue.entries[at].key;
  const last = queue.move(key(0), 3);
  assert.deepEqual(last.tracks, [second, third, fourth, first]);
  assert.equal(last.current, second);
  assert.equal(queue.move(key(1), 3).current, second);
  assert.deepEqual(queue.move(key(3), -5).tracks[0], fourth);
  // Nobody wants the order of before when shuffling is switched off that was never on.
  assert.deepEqual(last.shuffle(true).shuffle(false).tracks, last.tracks);
});

test("removed: what comes after it comes up", () => {
  const queue = new Queue([first, second, third], 1);
  const without = (at) => queue.remove(queue.entries[at].key);
  assert.equal(without(0).current, second);
  assert.equal(without(1).current, third);
  assert.equal(without(2).current, second);
  assert.equal(without(2).remove(queue.entries[1].key).current, first);
  const single = new Queue([first]);
  assert.equal(single.remove(single.entries[0].key).current, null);
});

test("cleared, only what plays is left", () => {
  const queue = new Queue([first, second, third], 1).clear();
  assert.deepEqual(queue.tracks, [second]);
  assert.equal(queue.current, second);
});

test("added tracks come next or last, the same one twice if wanted", () => {
  const queue = new Queue([first, second]);
  assert.deepEqual(queue.playNext([third, first]).tracks, [
    first,
    third,
    first,
    second,
  ]);
  assert.deepEqual(queue.add([third]).tracks, [first, second, third]);
  const keys = queue.playNext([first, first]).entries.map(({ key }) => key);
  assert.equal(new Set(keys).size, 4);
  assert.equal(new Queue().add([first]).current, first);
});

test("added to a shuffled queue, a track stays beside its neighbour when it is unshuffled", () => {
  const queue = new Queue([first, second, third], 0)
    .shuffle(true, randomFrom(2))
    .playNext([fourth])
    .shuffle(false);
  assert.deepEqual(queue.tracks, [first, fourth, second, third]);
});

test("what was stored comes back, shuffled and repeating", () => {
  const before = new Queue(tracks(5), 1)
    .repeating("all")
    .shuffle(true, randomFrom(1))
    .next();
  const queue = Queue.from(JSON.parse(JSON.stringify(before)));
  assert.deepEqual(queue.tracks, before.tracks);
  assert.deepEqual(queue.current, before.current);
  assert.equal(queue.repeat, "all");
  assert.deepEqual(ids(queue.shuffle(false)), ["1", "2", "3", "4", "5"]);
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

function tracks(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    title: `Track ${index + 1}`,
    artist: "Ana",
    release: "Two Rooms",
    releaseUrl: "/releases/1",
    coverUrl: "",
    url: `/api/tracks/${index + 1}/audio`,
    durationSec: 60,
  }));
}

function ids(queue) {
  return queue.tracks.map(({ id }) => id);
}

/** Park and Miller's minimal standard: the same numbers each time. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
}
