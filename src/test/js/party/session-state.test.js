import assert from "node:assert/strict";
import { test } from "node:test";
import {
  load,
  noSession,
  save,
  shown,
} from "../../../main/webapp/js/party/session-state.js";
import {
  isThisTabs,
  markWhenLeft,
} from "../../../main/webapp/js/party/tab-mark.js";

/** @param {Map<string, string>} [kept] */
function storage(kept = new Map()) {
  return /** @type {any} */ ({
    kept,
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) =>
      kept.set(key, text),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  });
}

const active = { ...noSession(), isActive: true, sessionId: "1", secret: "s" };

test("a reload finds the party again, and nothing once it is over", () => {
  const tab = storage();
  save(tab, active);
  assert.deepEqual(load(tab), active);
  save(tab, noSession());
  assert.deepEqual(load(tab), noSession());
});

test("a party whose sound cannot get through is not called live", () => {
  assert.equal(shown(noSession()), "off");
  assert.equal(shown(active), "live");
  assert.equal(shown({ ...active, isConnecting: true }), "reconnecting");
  assert.equal(shown({ ...active, error: "sound" }), "reconnecting");
});

test("a tab that was left knows itself, its copy does not", () => {
  /** @type {Record<string, () => void>} */
  const page = {};
  Object.assign(globalThis, {
    addEventListener: (
      /** @type {string} */ type,
      /** @type {any} */ handler,
    ) => (page[type] = handler),
  });
  const tab = storage();
  markWhenLeft(tab, () => true);
  const copy = storage(new Map(tab.kept));
  page.pagehide();
  assert.equal(isThisTabs(copy), false);
  assert.equal(isThisTabs(tab), true);
  assert.equal(isThisTabs(tab), false, "once for each load");
});
