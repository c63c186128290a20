import assert from "node:assert/strict";
import { test } from "node:test";
import { lineAt, lyricsFrom } from "../../../main/webapp/js/player/lyrics.js";

const lines = [
  { at: 1, text: "Two rooms" },
  { at: 4.5, text: "" },
  { at: 4.5, text: "one door" },
];

test("the line that is sung is the last one that has begun", () => {
  assert.equal(lineAt(lines, 0.9), -1);
  assert.equal(lineAt(lines, 1), 0);
  assert.equal(lineAt(lines, 4.4), 0);
  assert.equal(lineAt(lines, 90), 2);
  assert.equal(lineAt([], 3), -1);
});

test("lines without times are plain, whatever the server calls them", () => {
  const plain = { synced: true, lines: [{ text: "Two rooms" }] };
  assert.equal(lyricsFrom(plain)?.synced, false);
  assert.equal(lyricsFrom({ synced: true, lines })?.synced, true);
});

test("no lines are no lyrics", () => {
  for (const answer of [null, false, {}, { lines: [] }, { lines: [{}] }]) {
    assert.equal(lyricsFrom(answer), null);
  }
});
