/**
 * Rows that are put into another order: dragged by a handle with a mouse, a pen or a finger, or moved by the arrow keys
 * while the handle has the focus.
 */

const SCROLL_NEAR_PX = 48;
const SCROLL_BY_PX = 12;
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/**
 * @param {HTMLElement} list its children are the rows; it scrolls
 * @param {object} how
 * @param {string} how.handle a selector
 * @param {(row: HTMLElement, index: number, byKey: boolean) => void} how.moved where the row is among its siblings now
 * @param {AbortSignal} how.signal
 */
export function dragOrder(list, { handle, moved, signal }) {
  /** @type {{ row: HTMLElement, id: number, fromY: number } | null} */
  let drag = null;

  list.addEventListener(
    "pointerdown",
    (event) => {
      const grip = gripOf(event);
      if (grip && event.button === 0 && !drag) {
        const row = rowOf(grip);
        drag = { row, id: event.pointerId, fromY: event.clientY };
        grip.setPointerCapture(event.pointerId);
        row.toggleAttribute("data-dragged", true);
      }
    },
    { signal },
  );
  list.addEventListener("pointermove", (event) => follow(event), { signal });
  list.addEventListener("lostpointercapture", () => drop(), { signal });
  list.addEventListener("keydown", (event) => step(event), { signal });

  /** @param {PointerEvent} event */
  function follow({ pointerId, clientY }) {
    if (drag?.id !== pointerId) {
      return;
    }
    const { row } = drag;
    let { previousElementSibling: before, nextElementSibling: after } = row;
    // The neighbours move, not the row: taken out of the page it would lose the pointer.
    while (before && clientY < middleOf(before)) {
      drag.fromY -= before.getBoundingClientRect().height;
      row.after(before);
      before = row.previousElementSibling;
    }
    while (after && clientY > middleOf(after)) {
      drag.fromY += after.getBoundingClientRect().height;
      row.before(after);
      after = row.nextElementSibling;
    }
    drag.fromY -= scrolledNear(clientY);
    row.style.setProperty("translate", `0 ${clientY - drag.fromY}px`);
  }

  /** @param {number} y */
  function scrolledNear(y) {
    const { top, bottom } = list.getBoundingClientRect();
    const before = list.scrollTop;
    if (y < top + SCROLL_NEAR_PX) {
      list.scrollTop -= SCROLL_BY_PX;
    } else if (y > bottom - SCROLL_NEAR_PX) {
      list.scrollTop += SCROLL_BY_PX;
    }
    return list.scrollTop - before;
  }

  function drop() {
    const row = drag?.row;
    drag = null;
    if (row) {
      row.style.removeProperty("translate");
      row.removeAttribute("data-dragged");
      moved(row, [...list.children].indexOf(row), false);
    }
  }

  /** @param {KeyboardEvent} event */
  function step(event) {
    const grip = gripOf(event);
    const by = STEPS[event.key];
    if (!grip || !by || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const row = rowOf(grip);
    const index = [...list.children].indexOf(row) + by;
    if (index >= 0 && index < list.children.length) {
      moved(row, index, true);
    }
  }

  /** @param {Event} event */
  function gripOf(event) {
    const target = /** @type {Element} */ (event.target);
    return /** @type {HTMLElement | null} */ (target.closest(handle));
  }

  /** @param {HTMLElement} grip */
  function rowOf(grip) {
    let row = grip;
    while (row.parentElement && row.parentElement !== list) {
      row = row.parentElement;
    }
    return row;
  }
}

/** @param {Element} element */
function middleOf(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
