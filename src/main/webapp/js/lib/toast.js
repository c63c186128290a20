/**
 * Says in a corner of the page what has just happened, with one thing that can be done about it: "Play next", "Undo". It
 * goes away by itself, though never from under somebody's pointer or keyboard.
 */

import { focusPage } from "./focus.js";
import { fill } from "./parts.js";

const MOST = 3;
const READ_WITHIN_MS = 6_000;
/** Reading, thinking and aiming take longer. */
const ACT_WITHIN_MS = 12_000;

/** @typedef {{ label: string, run: () => unknown }} ToastAction */

/**
 * @param {string} text
 * @param {{ action?: ToastAction }} [options]
 * @returns {() => void} takes it away, when it is no longer true
 */
export function toast(text, { action } = {}) {
  const corner = document.querySelector("#toasts");
  const template = corner?.querySelector("template");
  if (!corner || !template) {
    return () => {};
  }
  const shown = new Toast(template, text, action);
  corner.append(shown.element);
  oldest(corner).forEach((element) => element.remove());
  return () => shown.dismiss();
}

/** Those for which there is no room. @param {Element} corner */
function oldest(corner) {
  return [...corner.querySelectorAll(".toast")].slice(0, -MOST);
}

class Toast {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Where the keyboard was. @type {Element | null} */
  #before = null;

  /**
   * @param {HTMLTemplateElement} template
   * @param {string} text
   * @param {ToastAction} [action]
   */
  constructor(template, text, action) {
    const copy = /** @type {DocumentFragment} */ (
      template.content.cloneNode(true)
    );
    this.element = /** @type {HTMLElement} */ (copy.firstElementChild);
    this.action = action;
    fill(this.element, { toast: text, toastAction: action?.label ?? "" });
    this.#button("act").hidden = !action;
    this.#listen();
    this.#wait();
  }

  dismiss() {
    clearTimeout(this.#timer);
    const hadFocus = this.element.contains(document.activeElement);
    this.element.remove();
    if (hadFocus) {
      this.#giveFocusBack();
    }
  }

  #listen() {
    const { element } = this;
    this.#button("act").addEventListener("click", () => {
      this.dismiss();
      this.action?.run();
    });
    this.#button("dismiss").addEventListener("click", () => this.dismiss());
    element.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") {
        this.dismiss();
      }
    });
    for (const comes of ["pointerenter", "focusin"]) {
      element.addEventListener(comes, () => clearTimeout(this.#timer));
    }
    for (const goes of ["pointerleave", "focusout"]) {
      element.addEventListener(goes, () => this.#wait());
    }
    element.addEventListener("focusin", ({ relatedTarget }) => {
      if (!element.contains(/** @type {Node | null} */ (relatedTarget))) {
        this.#before = /** @type {Element | null} */ (relatedTarget);
      }
    });
  }

  #wait() {
    clearTimeout(this.#timer);
    if (!this.element.matches(":hover, :focus-within")) {
      this.#timer = setTimeout(
        () => this.dismiss(),
        this.action ? ACT_WITHIN_MS : READ_WITHIN_MS,
      );
    }
  }

  #giveFocusBack() {
    const before = /** @type {HTMLElement | null} */ (this.#before);
    before?.isConnected && before.checkVisibility()
      ? before.focus({ preventScroll: true })
      : focusPage();
  }

  /** @param {string} action */
  #button(action) {
    return /** @type {HTMLButtonElement} */ (
      this.element.querySelector(`[data-action="${action}"]`)
    );
  }
}
