/** Custom elements whose code is fetched when a page has them. What is tapped before it is there waits for it. */

/** Later nobody remembers having tapped. */
const PATIENCE_MS = 10_000;

/** @param {Record<string, () => Promise<unknown>>} elements by selector */
export function fetchWhenSeen(elements) {
  const waiting = new Map(Object.entries(elements));
  const look = () => {
    for (const [name, fetchIt] of waiting) {
      if (document.querySelector(name)) {
        waiting.delete(name);
        // Without a network it is asked for again with the next page.
        fetchIt().catch(() => waiting.set(name, fetchIt));
      }
    }
  };
  for (const event of ["turbo:load", "turbo:render", "turbo:frame-render"]) {
    document.addEventListener(event, look);
  }
  for (const type of ["click", "submit"]) {
    document.addEventListener(type, keep, { capture: true });
  }
  look();
}

/** Forms that the server understands need no code. @param {Event} event */
function keep(event) {
  const target = /** @type {Element} */ (event.target);
  const owner = target.closest(":not(:defined)");
  const button = target.closest("button[type=button]");
  const isForm = event.type === "submit" && !target.hasAttribute("action");
  if (!owner || !(button || isForm)) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const at = performance.now();
  customElements.whenDefined(owner.localName).then(() => {
    if (!target.isConnected || performance.now() - at > PATIENCE_MS) {
      return;
    }
    if (isForm) {
      const { submitter } = /** @type {SubmitEvent} */ (event);
      /** @type {HTMLFormElement} */ (target).requestSubmit(submitter);
    } else {
      /** @type {HTMLElement} */ (button).click();
    }
  });
}
