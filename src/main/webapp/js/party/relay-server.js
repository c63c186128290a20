/**
 * Where this page's parties are: at the public server that its own server names (`TUTTI_PARTY_URL`), else at its own. The
 * public one wants a ticket of our server's each time, docs/protocol.md.
 */

import { ask } from "../lib/api.js";
import { RequestRefused } from "../lib/requests.js";
import { RoomSocket } from "../lib/room-socket.js";

/** The public server's origin; empty where parties are at our own. */
export function publicServer() {
  const named = document.querySelector("meta[name=party-server]");
  return named?.getAttribute("content") ?? "";
}

/** A socket to where this page hosts. */
export function hostSocket() {
  return new RoomSocket(`${publicServer()}/ws/party`);
}

/**
 * What to show with `createSession`: nothing at our own server.
 *
 * @returns {Promise<{ ticket?: string }>}
 */
export async function admission() {
  if (!publicServer()) {
    return {};
  }
  const response = await ask("POST", "/api/party/tickets");
  if (response?.status === 401 || response?.status === 403) {
    throw new RequestRefused("signedOut", "no ticket for who is signed out");
  }
  if (!response?.ok) {
    throw new Error("our own server gives no ticket");
  }
  return { ticket: (await response.json()).ticket };
}
