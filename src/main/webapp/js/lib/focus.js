/**
 * Keeps the keyboard's place where parts of a page take turns: the focus of one that was hidden goes to the first control
 * that has come in its place, at once or, where an answer must come first, until the person does something else.
 */

const CONTROLS =
  "button:enabled, input:enabled, select:enabled, textarea:enabled, a[href], summary";

export class Focus {
  /** Within it somebody had the focus. @type {Element | null} */
  #root = null;
  /** Shown since the last look. @type {[Element, Element][]} */
  #shown = [];
  #isLooking = false;
  #forget = () => this.#settle();

  /** Told before: the browser may take the focus at once. @param {Element} part @param {Element} root of which it is a part */
  hides(part, root) {
    if (part.contains(document.activeElement)) {
      this.#root = root;
      for (const type of ["pointerdown", "keydown"]) {
        addEventListener(type, this.#forget, { capture: true });
      }
      this.#look();
    }
  }

  /** @param {Element} part @param {Element} root */
  shows(part, root) {
    this.#shown.push([part, root]);
    this.#look();
  }

  /** Once all that changes together has changed. */
  #look() {
    if (!this.#isLooking) {
      this.#isLooking = true;
      queueMicrotask(() => this.#move());
    }
  }

  #move() {
    const parts = this.#shown
      .filter(([, root]) => root === this.#root)
      .map(([part]) => part);
    this.#isLooking = false;
    this.#shown = [];
    if (this.#root && isPlaced()) {
      this.#settle();
    }
    const next = this.#root && firstControl(parts);
    if (next) {
      this.#settle();
      next.focus();
    }
  }

  #settle() {
    this.#root = null;
    for (const type of ["pointerdown", "keydown"]) {
      removeEventListener(type, this.#forget, { capture: true });
    }
  }
}

/** Whoever pressed a button that goes away with what it was part of is back in the page. */
export function focusPage() {
  const page = document.querySelector("main");
  page?.setAttribute("tabindex", "-1");
  page?.focus({ preventScroll: true });
}

/** Something that can be seen has the focus. */
function isPlaced() {
  const { activeElement, body } = document;
  return activeElement !== body && activeElement?.checkVisibility() === true;
}

/** @param {Element[]} parts @returns {HTMLElement | undefined} */
function firstControl(parts) {
  const controls = parts.flatMap((part) => [
    ...(part.matches(CONTROLS) ? [part] : []),
    ...part.querySelectorAll(CONTROLS),
  ]);
  return /** @type {HTMLElement | undefined} */ (
    controls.find((control) => control.checkVisibility())
  );
}
