import assert from "node:assert/strict";
import { test } from "node:test";
import { usesKey } from "../../../main/webapp/js/lib/keys.js";

/** What is focused, as a control that is found by these selectors. @param {...string} found */
function control(...found) {
  const closest = (/** @type {string} */ selector) =>
    selector.split(/, (?![^(]*\))/).some((part) => found.includes(part));
  return /** @type {any} */ ({ closest });
}

const button = control("button");

test("a button uses what presses it, and nothing else", () => {
  assert.ok(usesKey(button, " "));
  assert.ok(usesKey(button, "Enter"));
  for (const key of ["n", "p", "/", "?", "ArrowRight", "m"]) {
    assert.ok(!usesKey(button, key), key);
  }
});

test("a slider uses the arrows, a field of text every key", () => {
  const slider = control("input[type=range]", "input");
  assert.ok(usesKey(slider, "ArrowRight"));
  assert.ok(!usesKey(slider, " "));
  assert.ok(!usesKey(slider, "/"));
  assert.ok(usesKey(control("input"), "n"));
  assert.ok(usesKey(control("textarea"), " "));
});

test("what has no use for keys leaves them all", () => {
  assert.ok(!usesKey(control(), " "));
  assert.ok(!usesKey(null, " "));
});
