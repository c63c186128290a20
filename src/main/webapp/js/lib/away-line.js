/**
 * `<away-line>`: says on every page that the server is away. Meanwhile nothing leaves this document, which holds the music
 * and the party: a page that was asked for comes by itself when it can, and a form stays as it was filled in.
 */

import { navigator as turbo } from "../vendor/turbo.js";
import { isAway, Patience } from "./patience.js";
import { showOnly } from "./parts.js";

const ANSWER_MS = 8_000;
const PREFETCH_HEADER = "X-Sec-Purpose";

const patience = new Patience();
/** What was sent to the server last did not reach it. */
let isUnsent = false;
/** Whatever shows it. */
const shown = new EventTarget();

patience.addEventListener("change", () => tell());
on("turbo:before-fetch-request", waitForPage);
on("turbo:before-fetch-response", keepForm);
on("turbo:fetch-request-error", keepFormUnsent);
on("turbo:submit-start", () => tell(false));
on("turbo:load", () => tell(false));
on("submit", (event) => stayUnlessThere(event, plainForm(event)));
on("click", (event) => stayUnlessThere(event, plainLink(event)));

/** For what is sent without a form, too. */
export function tellUnsent() {
  tell(true);
}

class AwayLine extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    shown.addEventListener("change", () => this.#render(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    if (/** @type {Element} */ (event.target).closest("button")) {
      turbo.stop();
      tell(false);
    }
  }

  #render() {
    const unsent = isUnsent ? "form" : "none";
    showOnly(this, "data-away", patience.isWaiting ? "page" : unsent);
  }
}

/** @param {boolean} [unsent] */
function tell(unsent = isUnsent) {
  isUnsent = unsent;
  shown.dispatchEvent(new Event("change"));
}

/** @param {string} name @param {(event: any) => void} heard */
function on(name, heard) {
  document.addEventListener(name, heard);
}

/** Of all that Turbo fetches: pages, frames, and forms that only ask. @param {CustomEvent} event */
function waitForPage({ detail }) {
  const { fetchOptions, fetchRequest, url } = detail;
  const isAhead = PREFETCH_HEADER in fetchOptions.headers;
  if (fetchOptions.method.toUpperCase() === "GET" && !isAhead) {
    const response = patience.ask(url, fetchOptions, fetchRequest?.response);
    detail.fetchRequest = { response };
  }
}

/** A gateway's page would take the place of ours. @param {CustomEvent} event */
function keepForm(event) {
  if (isAway({ status: event.detail.fetchResponse.statusCode })) {
    event.preventDefault();
    tell(event.target instanceof HTMLFormElement || isUnsent);
  }
}

/** @param {CustomEvent} event */
function keepFormUnsent(event) {
  if (!event.detail.request.isSafe) {
    event.preventDefault();
    tell(true);
  }
}

/** What the browser itself would follow replaces this document: only when there is something to replace it. */
const leaving = new WeakSet();

/** @param {Event} event @param {HTMLElement | null} element a form or a link */
async function stayUnlessThere(event, element) {
  if (!element || event.defaultPrevented || leaving.delete(element)) {
    return;
  }
  event.preventDefault();
  tell(false);
  if (!(await isThere())) {
    tell(true);
  } else if (element instanceof HTMLFormElement) {
    leaving.add(element);
    element.requestSubmit(/** @type {SubmitEvent} */ (event).submitter);
  } else {
    leaving.add(element);
    element.click();
  }
}

/** @param {Event} event @returns {HTMLElement | null} */
function plainForm({ target }) {
  const form = /** @type {HTMLFormElement} */ (target);
  return form.matches("[data-turbo=false]:not([method=dialog])") ? form : null;
}

/** @param {MouseEvent} event @returns {HTMLElement | null} */
function plainLink({ target, button, ctrlKey, metaKey, shiftKey, altKey }) {
  const elsewhere = button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
  const link = /** @type {Element} */ (target).closest?.(
    "a[href][data-turbo=false]:not([download], [target])",
  );
  return elsewhere ? null : /** @type {HTMLElement | null} */ (link);
}

async function isThere() {
  const asked = fetch("/health/live", {
    cache: "no-store",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  return asked.then(
    (answer) => !isAway(answer),
    () => false,
  );
}

customElements.define("away-line", AwayLine);
