/** The few things every element does with the words that the server has already written into it. */

import { Focus } from "./focus.js";

const focus = new Focus();

/**
 * Shows the parts whose `attribute` says `value`, hides the others. The focus of one that is hidden goes to what comes in
 * its place.
 *
 * @param {Element} root
 * @param {string} attribute
 * @param {string} value
 */
export function showOnly(root, attribute, value) {
  for (const part of root.querySelectorAll(`[${attribute}]`)) {
    const values = (part.getAttribute(attribute) ?? "").split(" ");
    const isHidden = !values.includes(value);
    if (isHidden !== part.hasAttribute("hidden")) {
      isHidden ? focus.hides(part, root) : focus.shows(part, root);
      // Not the property: an icon is SVG and has none.
      part.toggleAttribute("hidden", isHidden);
    }
  }
}

/**
 * Writes texts into the elements that carry `data-field="name"`.
 *
 * @param {Element} root
 * @param {Record<string, string | number>} fields
 */
export function fill(root, fields) {
  for (const [name, text] of Object.entries(fields)) {
    for (const element of root.querySelectorAll(`[data-field="${name}"]`)) {
      if (element instanceof HTMLInputElement) {
        element.value = String(text);
      } else if (element.textContent !== String(text)) {
        element.textContent = String(text);
      }
    }
  }
}

/**
 * A length of time as people write it: `3:07`, `1:02:03`.
 *
 * @param {number} seconds
 * @returns {string}
 */
export function clockTime(seconds) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(rest)}`
    : `${minutes}:${two(rest)}`;
}

/**
 * How long something is, as it is shown: unknown is not zero.
 * @param {number} seconds 0 when it is not known
 */
export function lengthTime(seconds) {
  return seconds > 0 && Number.isFinite(seconds) ? clockTime(seconds) : "–:––";
}

/** Turbo shows the page as it was last time, until the new one has come: nothing to start anything for. */
export function isPreview() {
  return document.documentElement.hasAttribute("data-turbo-preview");
}
