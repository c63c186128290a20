/**
 * The connections that this browser has with the relay, in whichever of its tabs: a page asks, and each tab answers for
 * its own. The channel is this browser's and this address's; nobody else hears it.
 */

import { browserNumbers } from "./browser-numbers.js";

/**
 * @typedef {object} Connection
 * @property {string} id
 * @property {"host" | "listener"} role
 * @property {import("../lib/room-socket.js").RoomSocket} socket
 * @property {RTCPeerConnection} pc
 */

/**
 * @typedef {object} Described
 * @property {string} id
 * @property {"host" | "listener"} role
 * @property {import("../lib/room-socket.js").Message | null} relay null when the relay cannot be asked
 * @property {import("./browser-numbers.js").BrowserNumbers} browser
 */

const CHANNEL = "tutti.party.connections";
/** @type {Map<string, Connection>} */
const open = new Map();
const answering = new BroadcastChannel(CHANNEL);

answering.addEventListener("message", ({ data }) => {
  if (data.asks) {
    for (const connection of open.values()) {
      answer(connection);
    }
  }
});

/**
 * Makes a connection one that can be looked at, until the signal comes.
 *
 * @param {Omit<Connection, "id">} connection
 * @param {AbortSignal} signal
 */
export function show(connection, signal) {
  const id = `${Date.now()}-${Math.random()}`;
  open.set(id, { ...connection, id });
  signal.addEventListener("abort", () => open.delete(id));
}

/**
 * @param {(described: Described) => void} tell once for each connection, each time one asks
 * @param {AbortSignal} signal
 * @returns {() => void} asks
 */
export function look(tell, signal) {
  const asking = new BroadcastChannel(CHANNEL);
  asking.addEventListener("message", ({ data }) => data.id && tell(data));
  signal.addEventListener("abort", () => asking.close());
  return () => asking.postMessage({ asks: true });
}

/** @param {Connection} connection */
async function answer({ id, role, socket, pc }) {
  if (pc.connectionState === "closed") {
    open.delete(id);
    return;
  }
  const [relay, report] = await Promise.all([
    socket.request("describeTransport").catch(() => null),
    pc.getStats(),
  ]);
  const browser = browserNumbers(report.values(), pc.connectionState);
  answering.postMessage({ id, role, relay, browser });
}
