import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { isAway, Patience } from "../../../main/webapp/js/lib/patience.js";

/** What the server does, one answer for each request. */
let answers;
let asked;
let networkIsBack;
let patience;
let told;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  answers = [];
  asked = [];
  patience = new Patience({
    fetch: (url, options) => {
      if (options.signal.aborted) {
        return Promise.reject(options.signal.reason);
      }
      asked.push(`${url}${options.redirect === "manual" ? " manual" : ""}`);
      return answers.shift()?.(options) ?? never(options);
    },
    whenBack: (back) => {
      networkIsBack = back;
      return () => {};
    },
  });
  told = [];
  patience.addEventListener("change", () => told.push(patience.isWaiting));
});

afterEach(() => mock.timers.reset());

const page = () => Promise.resolve(new Response("page"));
const status = (code) => () =>
  Promise.resolve(new Response("proxy", { status: code }));
const unreachable = () => Promise.reject(new TypeError("Failed to fetch"));
const elsewhere = () => Promise.resolve({ type: "opaqueredirect", status: 0 });
const never = ({ signal }) =>
  new Promise((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason)),
  );
const halfAPage = () =>
  Promise.resolve(
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("<html>"));
          controller.error(new TypeError("network error"));
        },
      }),
    ),
  );

function ask(signal = new AbortController().signal) {
  const answer = patience.ask("/artists", { method: "GET", signal });
  answer.catch(() => {});
  return answer;
}

/** As much as promises do without time passing. */
async function settled() {
  for (let turn = 0; turn < 50; turn++) {
    await Promise.resolve();
  }
  await new Promise((resolve) => setImmediate(resolve));
}

test("a page that can be had is had at once, and nothing is said", async () => {
  answers = [page];
  assert.equal(await (await ask()).text(), "page");
  assert.deepEqual(told, []);
});

test("a page of a server that is away is asked for until it comes", async () => {
  answers = [unreachable, unreachable, unreachable, unreachable, page];
  const answer = ask();
  await settled();
  assert.deepEqual(told, [true], "it is said");
  mock.timers.tick(500);
  await settled();
  mock.timers.tick(1_000);
  assert.equal(await (await answer).text(), "page");
  assert.deepEqual(told, [true, false]);
});

test("a gateway's answer is not the server's", async () => {
  for (const code of [502, 503, 504, 521]) {
    assert.ok(isAway({ status: code }));
    answers = [status(code), page];
    const answer = ask();
    await settled();
    assert.ok(patience.isWaiting, String(code));
    mock.timers.tick(500);
    assert.equal((await answer).status, 200);
  }
});

test("an error of the server's own is an answer", async () => {
  for (const code of [401, 403, 404, 422, 429, 500]) {
    answers = [status(code)];
    assert.equal((await ask()).status, code);
  }
});

test("an answer that breaks off in the middle is none", async () => {
  answers = [halfAPage, page];
  const answer = ask();
  await settled();
  assert.ok(patience.isWaiting);
  mock.timers.tick(500);
  assert.equal(await (await answer).text(), "page");
});

test("silence is given up, later each time", async () => {
  const answer = ask();
  mock.timers.tick(10_000);
  await settled();
  assert.ok(patience.isWaiting);
  mock.timers.tick(500);
  await settled();
  const before = asked.length;
  mock.timers.tick(10_000);
  await settled();
  assert.equal(asked.length, before, "a slow page has longer now");
  answers = [page];
  mock.timers.tick(10_000);
  await settled();
  mock.timers.tick(1_000);
  assert.equal(await (await answer).text(), "page");
});

test("when there is a network again nobody waits", async () => {
  answers = [unreachable, unreachable];
  const answer = ask();
  await settled();
  answers = [page];
  networkIsBack();
  assert.equal(await (await answer).text(), "page");
});

test("who goes elsewhere has stopped waiting", async () => {
  const leaving = new AbortController();
  answers = [unreachable, unreachable];
  const answer = ask(leaving.signal);
  await settled();
  leaving.abort();
  await assert.rejects(answer, { name: "AbortError" });
  assert.deepEqual(told, [true, false]);
  mock.timers.tick(60_000);
  await settled();
  assert.equal(asked.length, 2, "it is not asked for any more");
});

test("what was fetched ahead in vain is fetched again", async () => {
  answers = [page];
  const { signal } = new AbortController();
  const ahead = Promise.resolve(new Response("", { status: 503 }));
  const answer = patience.ask("/artists", { signal }, ahead);
  await settled();
  mock.timers.tick(500);
  assert.equal(await (await answer).text(), "page");
});

test("a page that leads to another site is the browser's to follow", async () => {
  answers = [unreachable, elsewhere, unreachable];
  await assert.rejects(ask(), TypeError);
  assert.deepEqual(told, []);
});
