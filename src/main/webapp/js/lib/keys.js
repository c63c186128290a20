/** Which keys a focused control uses itself; all others are free for the shortcuts of the page. */

const ACTIVATING = [" ", "Enter"];
const MOVING = [
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "PageUp",
  "PageDown",
];

/** The keys that are used, by what uses them; `null` stands for every key. @type {[string, string[] | null][]} */
const USES = [
  ["input[type=range]", MOVING],
  ["input[type=radio]", [" ", ...MOVING]],
  ["input[type=checkbox]", [" "]],
  ["input:is([type=submit], [type=button], [type=file])", ACTIVATING],
  ["input, textarea, select, [contenteditable]", null],
  ["button, summary, [role=button]", ACTIVATING],
  ["[role=menu], [role=listbox]", null],
];

/**
 * @param {Element | null | undefined} focused
 * @param {string} key as `KeyboardEvent.key` names it
 */
export function usesKey(focused, key) {
  for (const [selector, keys] of USES) {
    if (focused?.closest?.(selector)) {
      return keys === null || keys.includes(key);
    }
  }
  return false;
}
