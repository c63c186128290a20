import assert from "node:assert/strict";
import { test } from "node:test";
import {
  loadSeen,
  nothingSeen,
  saveSeen,
  seenAll,
  unseen,
} from "../../../main/webapp/js/party/unseen.js";

const said = (/** @type {number} */ number, host = false) => ({
  number,
  host,
  name: "",
  text: "",
  at: 0,
});
const wish = (/** @type {string} */ trackId) => ({
  trackId,
  title: "",
  artist: "",
  times: 1,
  names: [],
});

test("what others have said and asked for since is unseen; one's own words never are", () => {
  const before = { said: [said(1), said(2)], wishes: [wish("7")] };
  const seen = seenAll(before);
  const now = {
    said: [...before.said, said(3), said(4, true)],
    wishes: [wish("7"), wish("8")],
  };
  assert.deepEqual(unseen(before, seen), { said: [], wishes: [] });
  assert.deepEqual(unseen(now, seen), { said: [said(3)], wishes: [wish("8")] });
  assert.equal(unseen(now, nothingSeen()).said.length, 3);
});

test("a reload makes nothing new again, whatever stands in its storage", () => {
  let stored = /** @type {string | null} */ (null);
  const storage = {
    getItem: () => stored,
    setItem: (/** @type {string} */ _, /** @type {string} */ text) =>
      void (stored = text),
  };
  assert.deepEqual(loadSeen(storage), nothingSeen());
  saveSeen(storage, { number: 4, wishes: ["7"] });
  assert.deepEqual(loadSeen(storage), { number: 4, wishes: ["7"] });
  stored = "{";
  assert.deepEqual(loadSeen(storage), nothingSeen());
});
