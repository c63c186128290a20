/** Each block of the pages is styled in one file: two files with one class name spoil each other's pages unseen. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as css from "css-tree";

const FOLDER = new URL("../../../main/webapp/css/", import.meta.url);
/** What stands beneath all blocks, or over them. */
const LAYERS = new Set(["reset.css", "tokens.css", "base.css", "tutti.css"]);

test("a block is styled in one file", () => {
  const owners = new Map();
  for (const file of readdirSync(FOLDER).filter((name) => !LAYERS.has(name))) {
    for (const block of blocksIn(readFileSync(new URL(file, FOLDER), "utf8"))) {
      owners.set(block, new Set([...(owners.get(block) ?? []), file]));
    }
  }

  assert.ok(owners.size > 100, `only ${owners.size} blocks were found`);
  assert.deepEqual(
    [...owners].filter(([, files]) => files.size > 1),
    [],
  );
});

test("a block inside another's is that other's matter", () => {
  assert.deepEqual(blocksIn(".sheet .seek, .seek > time { color: red }"), []);
});

test("a block's states and kinds are its own", () => {
  const text = ".a:hover {} .b[open] {} @media print { .c.d {} } e-f {}";
  assert.deepEqual(blocksIn(text), [".a", ".b", ".c", "e-f"]);
});

/**
 * What selectors without an ancestor begin with.
 *
 * @param {string} text of a style sheet
 */
function blocksIn(text) {
  /** @type {string[]} */
  const blocks = [];
  css.walk(css.parse(text), {
    visit: "Rule",
    enter({ prelude }) {
      if (this.atrule?.name.endsWith("keyframes")) {
        return;
      }
      for (const selector of /** @type {any} */ (prelude).children) {
        const parts = selector.children.toArray();
        const [first] = parts;
        const isAlone = parts.every(({ type }) => type !== "Combinator");
        if (isAlone && ["ClassSelector", "TypeSelector"].includes(first.type)) {
          blocks.push(css.generate(first));
        }
      }
    },
  });
  return blocks;
}
