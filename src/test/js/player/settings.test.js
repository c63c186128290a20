import assert from "node:assert/strict";
import { test } from "node:test";
import {
  loadSettings,
  saveSettings,
} from "../../../main/webapp/js/player/settings.js";

function storage(stored) {
  const kept = new Map(stored ? [["tutti.sound", stored]] : []);
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
  };
}

test("a device that was never told plays as files are", () => {
  assert.deepEqual(loadSettings(storage()), {
    crossfadeSec: 0,
    levelling: "off",
  });
});

test("what was set stays", () => {
  const device = storage();
  saveSettings(device, { crossfadeSec: 6, levelling: "release" });
  assert.deepEqual(loadSettings(device), {
    crossfadeSec: 6,
    levelling: "release",
  });
});

test("nonsense is nothing, and too much is the most there is", () => {
  assert.equal(loadSettings(storage("[")).crossfadeSec, 0);
  const much = storage('{"crossfadeSec":900,"levelling":"loud"}');
  assert.deepEqual(loadSettings(much), { crossfadeSec: 12, levelling: "off" });
});
