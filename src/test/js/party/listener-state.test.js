import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { described } from "../../../main/webapp/js/party/described.js";
import {
  after,
  connecting,
  lost,
  positionSec,
  shownPhase,
} from "../../../main/webapp/js/party/listener-state.js";

/** The same examples that the server's tests read. @param {string} name */
function example(name) {
  return JSON.parse(
    readFileSync(
      new URL(`../../resources/protocol/party/${name}.json`, import.meta.url),
      "utf8",
    ),
  );
}

const joined = after(connecting(), example("joined"), 1_000);

test("who joins knows what plays and where", () => {
  assert.equal(joined.phase, "live");
  assert.equal(joined.track?.title, "Two Rooms");
  assert.equal(positionSec(joined, 3_000), 14.5);
});

test("the position stands still while the host pauses and runs on after", () => {
  const paused = after(joined, example("pause"), 2_000);
  assert.equal(positionSec(paused, 60_000), 13.5);
  assert.equal(
    positionSec(after(paused, example("resume"), 60_000), 61_000),
    14.5,
  );
});

test("a told position replaces the one that ran on", () => {
  assert.equal(
    positionSec(after(joined, example("position"), 9_000), 9_000),
    12.5,
  );
});

test("the position never passes the end", () => {
  assert.equal(positionSec(joined, 600_000), 72.5);
});

test("nothing runs while the host is away", () => {
  const away = after(joined, example("hostReconnecting"), 2_000);
  assert.equal(away.phase, "hostReconnecting");
  assert.equal(positionSec(away, 30_000), 13.5);
  const back = after(away, example("hostReturned"), 30_000);
  assert.deepEqual([back.phase, back.playing], ["live", false]);
});

test("nothing runs while the connection is lost, and a second loss changes nothing", () => {
  const away = lost(joined, 2_000);
  assert.equal(away.phase, "reconnecting");
  assert.equal(positionSec(away, 30_000), 13.5);
  assert.equal(positionSec(lost(away, 30_000), 60_000), 13.5);
  const back = after(away, example("joined"), 60_000);
  assert.equal(positionSec(back, 61_000), 13.5);
});

test("live is what can be heard", () => {
  assert.equal(shownPhase(joined), "live");
  assert.equal(shownPhase({ ...joined, playing: false }), "hostPaused");
  assert.equal(shownPhase({ ...joined, noSound: true }), "noSound");
  const lost = { ...joined, noSound: true, phase: "reconnecting" };
  assert.equal(shownPhase(lost), "reconnecting");
});

test("a new track starts at its beginning", () => {
  const next = after(joined, example("nowPlaying"), 5_000);
  assert.equal(positionSec(next, 5_000), 0);
  assert.equal(next.durationSec, 72.5);
});

test("the end is the end", () => {
  const ended = after(joined, example("sessionEnded"), 5_000);
  assert.equal(ended.phase, "ended");
  assert.deepEqual(ended.played, [
    { title: "Two Rooms", artist: "Harbour Lights" },
  ]);
  const { played, ...older } = example("sessionEnded");
  assert.equal(played.length, 1);
  assert.deepEqual(after(joined, older, 5_000).played, []);
});

test("what is unknown changes nothing", () => {
  assert.equal(after(joined, { type: "somethingNewer" }, 5_000), joined);
});

test("the player's track is described as the protocol has it", () => {
  const { track } = example("nowPlaying");
  assert.deepEqual(
    described({ ...track, id: 7, url: "/api/tracks/7/audio" }),
    track,
  );
});
