import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Together } from "../../../main/webapp/js/party/together.js";

/** The same examples that the server's tests read. @param {string} name */
function example(name) {
  return JSON.parse(
    readFileSync(
      new URL(`../../resources/protocol/party/${name}.json`, import.meta.url),
      "utf8",
    ),
  );
}

/** @param {boolean} isOpen */
function together(isOpen = true) {
  /** @type {Record<string, unknown>[]} */
  const sent = [];
  const here = new Together((type, fields) => {
    sent.push({ type, ...fields });
    return isOpen;
  });
  return { here, sent };
}

test("what is told twice stands there once, in the order it was said in", () => {
  const { here } = together();
  const chat = example("chat-event");
  here.heard(chat);
  here.heard({ ...chat, number: 1, text: "First" });
  here.heard(chat);
  assert.deepEqual(
    here.said.map(({ text }) => text),
    ["First", "This one!"],
  );
});

test("what was said stays when the connection comes back, who is there is told again", () => {
  const { here } = together();
  here.heard(example("chat-event"));
  here.heard(example("listeners"));
  here.heard(example("trackRequested"));
  here.begin({ chat: false, requests: true });
  assert.equal(here.said.length, 1);
  assert.deepEqual(here.names, []);
  assert.deepEqual(here.wishes, []);
  assert.deepEqual(here.allowed, { chat: false, requests: true });
});

test("a track that more people ask for stands there once, until it is answered", () => {
  const { here, sent } = together();
  const wish = example("trackRequested");
  here.heard(wish);
  here.heard({ ...wish, times: 3 });
  assert.deepEqual(
    here.wishes.map(({ times }) => times),
    [3],
  );
  here.answer("7", true);
  assert.deepEqual(here.wishes, []);
  assert.deepEqual(sent, [example("acceptRequest")]);
});

test("a refusal is told until something goes through again", () => {
  const { here } = together();
  here.heard({ type: "error", code: "tooMany" });
  assert.equal(here.problem, "tooMany");
  assert.equal(here.say("Hello"), true);
  assert.equal(here.problem, "");
});

test("without a connection nothing goes out, and that is told", () => {
  const { here } = together(false);
  assert.equal(here.say("Hello"), false);
  assert.equal(here.problem, "offline");
});

test("what was refused is there to be sent again, and only that", () => {
  const { here } = together();
  here.say("Louder!");
  here.heard({ type: "error", code: "tooMany" });
  assert.equal(here.unsaid, "Louder!");
  here.unsaid = "";
  here.react("heart");
  here.heard({ type: "error", code: "tooMany" });
  assert.equal(here.unsaid, "");
});
