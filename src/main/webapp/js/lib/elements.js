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
  look();
}
