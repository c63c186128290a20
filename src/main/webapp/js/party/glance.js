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
