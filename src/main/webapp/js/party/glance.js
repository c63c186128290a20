/**
 * What every page shows of the party that this tab hosts. The party itself is fetched where there is one.
 *
 * Event: `change`.
 */

import { isRemembered } from "./session-state.js";

class PartyGlance extends EventTarget {
  /** @type {"off" | "reconnecting" | "live"} */
  state = "off";
  /** The browser, or a copied tab, waits for a tap before the party goes on. */
  wantsTap = false;
  /** Words and requests that the host has not seen. */
  unseen = 0;

  /** What toasts say, as the server has written it into every page. @returns {Record<string, string>} */
  get words() {
    const button = /** @type {HTMLElement | null} */ (
      document.querySelector("party-button")
    );
    return /** @type {Record<string, string>} */ ({ ...button?.dataset });
  }

  /** @param {number} unseen */
  tell(unseen) {
    if (this.unseen !== unseen) {
      this.unseen = unseen;
      this.dispatchEvent(new Event("change"));
    }
  }

  /** @param {"off" | "reconnecting" | "live"} state @param {boolean} wantsTap */
  show(state, wantsTap) {
    this.state = state;
    this.wantsTap = wantsTap;
    this.dispatchEvent(new Event("change"));
  }
}

export const glance = new PartyGlance();

export async function hostedParty() {
  return (await import("./host.js")).party;
}

if (isRemembered(sessionStorage)) {
  hostedParty();
}
