/** Custom elements whose code is fetched when a page has them. */

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
  document.addEventListener("submit", submitWhenDefined, { capture: true });
  look();
}

/**
 * A form that only its element knows what to do with waits for it: sent as it stands it would load the page anew, with
 * what was typed, a password perhaps, in the address.
 *
 * @param {SubmitEvent} event
 */
async function submitWhenDefined(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const element = form.closest(":not(:defined)");
  if (element && !form.hasAttribute("action") && !form.hasAttribute("method")) {
    event.preventDefault();
    const { submitter } = event;
    await customElements.whenDefined(element.localName);
    if (form.isConnected) {
      form.requestSubmit(submitter);
    }
  }
}
