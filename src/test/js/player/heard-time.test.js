import assert from "node:assert/strict";
import { test } from "node:test";
import { HeardTime } from "../../../main/webapp/js/player/heard-time.js";

/** Plays from one position to another, looking four times a second; answers when it counted. */
function play(heard, { from = 0, to, durationSec, rate = 1, startMs = 0 }) {
  for (let sec = from; sec <= to; sec += 0.25) {
    const ms = startMs + ((sec - from) * 1000) / rate;
    if (heard.look(sec, ms, durationSec)) {
      return sec;
    }
  }
  return null;
}

test("half of a track counts, and only once", () => {
  const heard = new HeardTime();
  assert.equal(play(heard, { to: 100, durationSec: 100 }), 50);
  assert.equal(heard.isCounted, true);
});

test("of a long track four minutes are enough", () => {
  assert.equal(play(new HeardTime(), { to: 3000, durationSec: 3000 }), 240);
});

test("where nobody knows how long it is, it is four minutes", () => {
  assert.equal(play(new HeardTime(), { to: 3000, durationSec: 0 }), 240);
});

test("jumping to the end is not listening", () => {
  const heard = new HeardTime();
  heard.look(1, 0, 100);
  assert.equal(heard.look(99, 250, 100), false);
  assert.ok(heard.sec < 0.5);
});

test("hearing the first ten seconds again and again adds up", () => {
  const heard = new HeardTime();
  const passes = [0, 1, 2, 3, 4, 5].map((pass) =>
    play(heard, { to: 10, durationSec: 100, startMs: pass * 10_000 }),
  );
  assert.equal(
    passes.findIndex((counted) => counted !== null),
    4,
  );
});

test("waiting for data is not listening", () => {
  const heard = new HeardTime();
  heard.look(5, 0, 100);
  heard.look(5, 60_000, 100);
  assert.equal(heard.sec, 0);
});

test("what passes during a pause is not heard", () => {
  const heard = new HeardTime();
  heard.look(5, 0, 100);
  heard.rest();
  heard.look(60, 60_000, 100);
  assert.equal(heard.sec, 0);
});

test("a reload neither forgets nor counts twice", () => {
  const heard = new HeardTime();
  play(heard, { to: 40, durationSec: 100 });
  const reloaded = new HeardTime(JSON.parse(JSON.stringify(heard)));
  assert.equal(play(reloaded, { from: 40, to: 100, durationSec: 100 }), 50);
  const again = new HeardTime(JSON.parse(JSON.stringify(reloaded)));
  assert.equal(play(again, { to: 100, durationSec: 100 }), null);
  assert.equal(new HeardTime("nonsense").sec, 0);
});
