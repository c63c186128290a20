/**
 * The end of a party, told to the server for certain: over a connection that was just broken, or after a reload in the
 * middle of it, it is told again.
 */

import { RequestRefused } from "../lib/requests.js";
import { admission, hostSocket } from "./relay-server.js";
import { ENDING_KEY } from "./session-state.js";

/** @typedef {{ sessionId: string, secret: string }} Claim */

/** @param {Claim} claim @param {import("../lib/room-socket.js").RoomSocket | null} socket the host's, if there is one */
export function endParty(claim, socket) {
  sessionStorage.setItem(ENDING_KEY, JSON.stringify(claim));
  if (socket?.send("endSession")) {
    socket.addEventListener("lost", () => {
      socket.close();
      endAfresh(claim);
    });
    doneWhenEnded(socket);
  } else {
    socket?.close();
    endAfresh(claim);
  }
}

/** After a reload. */
export function endWhatWasEnding() {
  const claim = sessionStorage.getItem(ENDING_KEY);
  if (claim) {
    endAfresh(JSON.parse(claim));
  }
}

/** @param {Claim} claim */
function endAfresh(claim) {
  const socket = hostSocket();
  socket.addEventListener("open", async () => {
    try {
      await socket.request("createSession", {
        resume: claim,
        ...(await admission()),
      });
      socket.send("endSession");
    } catch (error) {
      if (error instanceof RequestRefused && !error.isPassing) {
        // Over already, which is all we want.
        done(socket);
      } else {
        socket.reconnect(error instanceof RequestRefused);
      }
    }
  });
  doneWhenEnded(socket);
  socket.open();
}

/** @param {import("../lib/room-socket.js").RoomSocket} socket */
function doneWhenEnded(socket) {
  socket.addEventListener("refused", () => done(socket));
  socket.addEventListener("message", (event) => {
    const { type } = /** @type {CustomEvent} */ (event).detail;
    // Taken over: it is another tab's party now, which that tab may end.
    if (type === "sessionEnded" || type === "takenOver") {
      done(socket);
    }
  });
}

/** @param {import("../lib/room-socket.js").RoomSocket} socket */
function done(socket) {
  sessionStorage.removeItem(ENDING_KEY);
  socket.close();
}
