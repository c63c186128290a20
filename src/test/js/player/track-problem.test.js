import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import {
  problemWith,
  SKIPPED,
} from "../../../main/webapp/js/player/track-problem.js";

const NOT_SUPPORTED = { code: 4 };
const DECODE = { code: 3 };
const realFetch = globalThis.fetch;

afterEach(() => {
  globalThis.fetch = realFetch;
});

function serverAnswers(status, headers = {}) {
  globalThis.fetch = async () => new Response(null, { status, headers });
}

async function problem(error) {
  return (await problemWith(error, "/x")).problem;
}

test("a file that is missing is gone", async () => {
  serverAnswers(404);
  assert.equal(await problem(NOT_SUPPORTED), "gone");
});

test("a file that is there and does not play is unplayable", async () => {
  serverAnswers(206);
  assert.equal(await problem(NOT_SUPPORTED), "unplayable");
});

test("a damaged file needs no look at the server", async () => {
  serverAnswers(404);
  assert.equal(await problem(DECODE), "unplayable");
});

test("a server that does not answer is away, and its tracks are not skipped", async () => {
  for (const status of [502, 503, 504]) {
    serverAnswers(status);
    assert.equal(await problem(NOT_SUPPORTED), "away");
  }
  serverAnswers(503, { "Retry-After": "5", "Content-Type": "text/html" });
  assert.equal(await problem(NOT_SUPPORTED), "away", "it is starting");
  globalThis.fetch = async () => {
    throw new TypeError("no network");
  };
  assert.equal(await problem(NOT_SUPPORTED), "away");
  assert.equal(SKIPPED.has("away"), false);
});

test("a server that is in trouble is not asked by itself, and nothing is skipped", async () => {
  serverAnswers(500);
  assert.equal(await problem(NOT_SUPPORTED), "offline");
  assert.equal(SKIPPED.has("offline"), false);
});

test("what only ffmpeg could convert says so, and is skipped", async () => {
  serverAnswers(415);
  assert.equal(await problem(NOT_SUPPORTED), "unconverted");
  assert.equal(SKIPPED.has("unconverted"), true);
});

test("what ffmpeg cannot read either is unplayable", async () => {
  serverAnswers(422);
  assert.equal(await problem(NOT_SUPPORTED), "unplayable");
});

test("who was signed out is told so, and nothing is skipped", async () => {
  serverAnswers(401);
  assert.equal(await problem(NOT_SUPPORTED), "signedOut");
  assert.equal(SKIPPED.has("signedOut"), false);
});

test("a server that says when to come again is busy, and means this track only", async () => {
  for (const [told, againMs] of [
    ["10", 10_000],
    ["0", 1_000],
    ["86400", 60_000],
    ["Thu, 01 Jan 1970 00:00:00 GMT", 1_000],
  ]) {
    serverAnswers(503, { "Retry-After": told });
    const finding = await problemWith(NOT_SUPPORTED, "/x");
    assert.deepEqual(finding, { problem: "busy", againMs });
  }
  serverAnswers(503, { "Retry-After": "soon" });
  assert.equal(await problem(NOT_SUPPORTED), "away");
});

test("what is there for us may have been refused to the player just before", async () => {
  serverAnswers(206);
  assert.equal((await problemWith(NOT_SUPPORTED, "/x")).againMs, 0);
  assert.equal((await problemWith(DECODE, "/x")).againMs, undefined);
});
