import assert from "node:assert/strict";
import { test } from "node:test";
import { Renegotiation } from "../../../main/webapp/js/party/renegotiation.js";

/** A relay whose answers come when they are told to. */
function relay() {
  /** @type {{ answer: () => void, refuse: () => void }[]} */
  const offers = [];
  return {
    offers,
    negotiate: () =>
      /** @type {Promise<void>} */ (
        new Promise((answer, reject) => {
          offers.push({ answer, refuse: () => reject(new Error("refused")) });
        })
      ),
  };
}

test("a connection that stands is negotiated when asked for", async () => {
  const { offers, negotiate } = relay();
  const renegotiation = new Renegotiation();
  renegotiation.begin();
  await renegotiation.made(negotiate);
  assert.equal(offers.length, 0);
  renegotiation.ask();
  assert.equal(offers.length, 1);
});

test("what is asked for meanwhile makes one more, afterwards", async () => {
  const { offers, negotiate } = relay();
  const renegotiation = new Renegotiation();
  await renegotiation.made(negotiate);
  const first = renegotiation.ask();
  renegotiation.ask();
  renegotiation.ask();
  assert.equal(offers.length, 1, "one at a time");
  offers[0].answer();
  while (offers.length < 2) {
    await Promise.resolve();
  }
  offers[1].answer();
  await first;
  assert.equal(offers.length, 2);
});

test("what is asked for while it is made is negotiated once it stands", async () => {
  const { offers, negotiate } = relay();
  const renegotiation = new Renegotiation();
  renegotiation.begin();
  await renegotiation.ask();
  renegotiation.made(negotiate);
  assert.equal(offers.length, 1);
});

test("what was asked for before is in the first answer", async () => {
  const { offers, negotiate } = relay();
  const renegotiation = new Renegotiation();
  await renegotiation.ask();
  renegotiation.begin();
  await renegotiation.made(negotiate);
  assert.equal(offers.length, 0);
});

test("one that fails leaves the way free for the next", async (t) => {
  t.mock.method(console, "warn", () => {});
  const { offers, negotiate } = relay();
  const renegotiation = new Renegotiation();
  await renegotiation.made(negotiate);
  const failing = renegotiation.ask();
  offers[0].refuse();
  await failing;
  renegotiation.ask();
  assert.equal(offers.length, 2);
});
