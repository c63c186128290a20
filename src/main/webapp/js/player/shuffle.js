/** An order in which everything comes once (Fisher and Yates). */

/**
 * @template T
 * @param {readonly T[]} items
 * @param {() => number} [random] from 0 up to 1
 * @returns {T[]}
 */
export function shuffled(items, random = Math.random) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const drawn = Math.floor(random() * (last + 1));
    [order[last], order[drawn]] = [order[drawn], order[last]];
  }
  return order;
}
