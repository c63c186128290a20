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

function serverAnswers(status) {
  globalThis.fetch = async () => new Response(null, { status });
}

test("a file that is missing is gone", async () => {
  serverAnswers(404);
  assert.equal(await problemWith(NOT_SUPPORTED, "/x"), "gone");
});

test("a file that is there and does not play is unplayable", async () => {
  serverAnswers(206);
  assert.equal(await problemWith(NOT_SUPPORTED, "/x"), "unplayable");
});

test("a damaged file needs no look at the server", async () => {
  serverAnswers(404);
  assert.equal(await problemWith(DECODE, "/x"), "unplayable");
});

test("a server that does not answer, or is in trouble, is offline, and its tracks are not skipped", async () => {
  serverAnswers(503);
  assert.equal(await problemWith(NOT_SUPPORTED, "/x"), "offline");
  globalThis.fetch = async () => {
    throw new TypeError("no network");
  };
  assert.equal(await problemWith(NOT_SUPPORTED, "/x"), "offline");
  assert.equal(SKIPPED.has("offline"), false);
});

test("what only ffmpeg could convert says so, and is skipped", async () => {
  serverAnswers(415);
  assert.equal(await problemWith(NOT_SUPPORTED, "/x"), "unconverted");
  assert.equal(SKIPPED.has("unconverted"), true);
});

test("what ffmpeg cannot read either is unplayable", async () => {
  serverAnswers(422);
  assert.equal(await problemWith(NOT_SUPPORTED, "/x"), "unplayable");
});

test("who was signed out is told so, and nothing is skipped", async () => {
  serverAnswers(401);
  assert.equal(await problemWith(NOT_SUPPORTED, "/x"), "signedOut");
  assert.equal(SKIPPED.has("signedOut"), false);
});
