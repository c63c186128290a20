import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { RequestRefused } from "../../../main/webapp/js/lib/requests.js";
import { RoomSocket } from "../../../main/webapp/js/lib/room-socket.js";

const LONGEST_FIRST_RETRY_MS = 450;
const PROBE_EVERY_MS = 20_000;

/** A server's side of a WebSocket, as far as a page can tell. */
class FakeWebSocket {
  readyState = 0;
  /** @type {any[]} */
  sent = [];

  /** @param {string} text */
  send(text) {
    this.sent.push(JSON.parse(text));
  }

  /** Half-open, a browser's socket would stay at CLOSING for minutes. */
  close() {
    this.readyState = 2;
  }

  opens() {
    this.readyState = 1;
    this.onopen();
  }

  /** @param {object} message */
  says(message) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  breaks(code = 1006, reason = "") {
    this.readyState = 3;
    this.onclose({ code, reason });
  }

  /** Answers all that was asked and not yet answered. */
  answers(type = "answered") {
    for (const { requestId } of this.sent.splice(0)) {
      this.says({ type, requestId });
    }
  }
}

/** @type {FakeWebSocket[]} */
let connections;
/** @type {string[]} */
let events;
/** @type {RoomSocket} */
let room;
/** @type {() => void} */
let comeBack;

const latest = () => /** @type {FakeWebSocket} */ (connections.at(-1));
const wait = (/** @type {number} */ ms) => mock.timers.tick(ms);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  connections = [];
  events = [];
  room = new RoomSocket("/ws/party", {
    connect: () => {
      connections.push(new FakeWebSocket());
      return /** @type {any} */ (latest());
    },
    whenBack: (back) => (comeBack = back),
  });
  for (const type of ["open", "lost", "refused", "signedOut"]) {
    room.addEventListener(type, () => events.push(type));
  }
  room.addEventListener("message", ({ detail }) => events.push(detail.type));
  room.open();
  latest().opens();
});

test("answers find their requests, in whatever order they come", async () => {
  const join = room.request("join");
  const consume = room.request("consume");
  const [first, second] = latest().sent;
  latest().says({ type: "consumed", requestId: second.requestId });
  latest().says({ type: "joined", requestId: first.requestId });
  assert.equal((await join).type, "joined");
  assert.equal((await consume).type, "consumed");
});

test("what nobody has asked for is a message", () => {
  latest().says({ type: "pause" });
  latest().says({ type: "late", requestId: "77" });
  assert.deepEqual(events, ["open", "pause", "late"]);
});

test("a refusal carries its code", async () => {
  const join = room.request("join");
  latest().says({
    type: "error",
    requestId: "1",
    code: "full",
    message: "full",
  });
  await assert.rejects(
    join,
    (error) => error instanceof RequestRefused && error.code === "full",
  );
});

test("a refusal that passes says so", () => {
  assert.ok(new RequestRefused("tooMany", "").isPassing);
  assert.ok(!new RequestRefused("over", "").isPassing);
});

test("a request waits ten seconds and no longer", async () => {
  const join = room.request("join");
  wait(10_000);
  await assert.rejects(join, /no answer to join/);
});

test("without a connection a request fails at once, and so does one whose connection breaks", async () => {
  const pending = room.request("join");
  latest().breaks();
  await assert.rejects(pending, /connection lost/);
  await assert.rejects(room.request("join"), /not connected/);
});

test("a lost connection is tried again, ever more rarely while the server says nothing", () => {
  const pauses = [];
  for (let time = 0; time < 8; time++) {
    latest().breaks();
    const before = connections.length;
    let pause = 0;
    while (connections.length === before) {
      wait(50);
      pause += 50;
    }
    pauses.push(pause);
    // It opens each time: that alone is no reason to hurry.
    latest().opens();
  }
  assert.ok(pauses[0] <= LONGEST_FIRST_RETRY_MS, String(pauses));
  assert.ok(Math.min(...pauses.slice(6)) >= 4_000, String(pauses));
  assert.ok(Math.max(...pauses) <= 12_000, String(pauses));
});

test("a word of the server's makes the next retry quick again", () => {
  for (let time = 0; time < 8; time++) {
    latest().breaks();
    wait(12_000);
    latest().opens();
  }
  latest().says({ type: "listenerCount", count: 0 });
  latest().breaks();
  const before = connections.length;
  wait(LONGEST_FIRST_RETRY_MS);
  assert.equal(connections.length, before + 1);
});

test("a connection that has died without a word is dropped at the second probe", () => {
  const dead = latest();
  wait(PROBE_EVERY_MS);
  assert.equal(dead.sent.at(-1).type, "clockProbe");
  assert.deepEqual(events, ["open"]);
  wait(PROBE_EVERY_MS);
  assert.deepEqual(events, ["open", "lost"]);
  wait(LONGEST_FIRST_RETRY_MS);
  assert.equal(connections.length, 2);
  dead.says({ type: "pause" });
  assert.deepEqual(events, ["open", "lost"], "the dead stay silent");
});

test("a connection that answers its probes stays", () => {
  for (let time = 0; time < 10; time++) {
    wait(PROBE_EVERY_MS);
    latest().says({ type: "clockAnswer" });
  }
  assert.equal(connections.length, 1);
});

test("who comes back asks at once and waits little more than a second", () => {
  comeBack();
  assert.equal(latest().sent.at(-1).type, "clockProbe");
  wait(1_199);
  assert.deepEqual(events, ["open"]);
  wait(1);
  assert.deepEqual(events, ["open", "lost"]);
});

test("who comes back to a connection that lives keeps it", () => {
  comeBack();
  latest().says({ type: "clockAnswer" });
  wait(PROBE_EVERY_MS - 1);
  assert.equal(connections.length, 1);
});

test("who comes back while it waits for a retry does not wait", () => {
  latest().breaks();
  comeBack();
  wait(0);
  assert.equal(connections.length, 2);
});

test("a connection that never opens is given up", () => {
  latest().breaks();
  wait(LONGEST_FIRST_RETRY_MS);
  assert.equal(connections.length, 2);
  wait(10_000);
  wait(2 * LONGEST_FIRST_RETRY_MS);
  assert.equal(connections.length, 3);
});

test("reconnecting drops what stands and knocks again", () => {
  room.reconnect();
  room.reconnect();
  assert.deepEqual(events, ["open", "lost"]);
  wait(LONGEST_FIRST_RETRY_MS);
  assert.equal(connections.length, 2);
});

test("where the server wants no hurry, reconnecting takes its time", () => {
  room.reconnect(true);
  wait(3_900);
  assert.equal(connections.length, 1);
  wait(12_000);
  assert.equal(connections.length, 2);
});

test("a policy that was violated stops it for good", () => {
  latest().breaks(1008, "parties are off");
  wait(60_000);
  assert.deepEqual(events, ["open", "refused"]);
  assert.equal(connections.length, 1);
});

test("closed is closed", async () => {
  const join = room.request("join");
  room.close();
  await assert.rejects(join, /closed/);
  room.reconnect();
  wait(60_000);
  assert.equal(connections.length, 1);
  assert.deepEqual(events, ["open"]);
});

test("whoever is signed out is told so, and the socket does not come back", () => {
  latest().breaks(4401, "signed out");
  wait(60_000);
  comeBack();
  assert.deepEqual(events, ["open", "signedOut"]);
  assert.equal(connections.length, 1);
});
