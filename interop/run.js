// Other people's WebRTC stacks against the packaged server: a table, and 1 when one of them does not work.
import { execFileSync, spawn } from "node:child_process";
import dgram from "node:dgram";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.resolve(import.meta.dirname, "..");
const python = "/usr/bin/python3"; // Debian's, which has Debian's packages, whatever else is on the path
const stacks = [
  {
    name: "aiortc",
    needs: "python3-aiortc",
    command: [python, path.join(root, "interop/aiortc_client.py")],
    present: () => succeeds(python, ["-c", "import aiortc"]),
  },
];

/** @type {(() => unknown)[]} */
const endings = [];
/** @type {Record<string, unknown>[]} */
const rows = [];

try {
  const base = await startServer();
  for (const stack of stacks) {
    if (stack.present()) await prove(stack, base);
    else
      rows.push({
        stack: stack.name,
        role: "",
        result: `LEFT OUT: ${stack.needs} is not installed`,
      });
  }
} finally {
  for (const end of endings.reverse()) await end();
}
console.table(rows);
if (!rows.length || rows.some((row) => row.result === "FAILED"))
  process.exitCode = 1;

/** @param {(typeof stacks)[number]} stack @param {string} base */
async function prove(stack, base) {
  const party = await startParty(base);
  const refused = await fetch(`${party.url}/whip`, {
    method: "POST",
    headers: {
      "Content-Type": "application/sdp",
      Authorization: "Bearer wrong",
    },
    body: "v=0\r\n",
  });
  row(
    stack.name,
    "wrong bearer",
    refused.status === 401,
    `HTTP ${refused.status}`,
  );

  const both = await Promise.all([
    run(stack.command, "publish", `${party.url}/whip`, party.secret, 9),
    run(stack.command, "listen", `${party.url}/whep`, "-", 4),
  ]);
  for (const result of both)
    row(stack.name, result.role, result.ok, JSON.stringify(result));
  const freed = await party.countIs(0);
  row(
    stack.name,
    "freed by DELETE",
    freed && party.peak() === 1,
    `listeners: ${party.peak()}, then ${party.count()}`,
  );
  party.end();
}

/** @param {string} stack @param {string} role @param {boolean} ok @param {string} notes */
function row(stack, role, ok, notes) {
  rows.push({ stack, role, result: ok ? "ok" : "FAILED" });
  console.log(`${stack} ${role}: ${notes}`);
}

/** @param {string[]} command @param {string} role @param {string} url @param {string} token @param {number} seconds */
async function run(command, role, url, token, seconds) {
  const child = spawn(
    command[0],
    [...command.slice(1), role, url, token, String(seconds)],
    {
      stdio: ["ignore", "pipe", "inherit"],
      timeout: 40_000,
      killSignal: "SIGKILL",
    },
  );
  let last = "";
  for await (const line of createInterface({ input: child.stdout }))
    last = line;
  try {
    return JSON.parse(last);
  } catch {
    return { role, ok: false, said: last };
  }
}

/** A party as a host's page begins it. @param {string} base */
async function startParty(base) {
  const Socket = /** @type {any} */ (WebSocket); // Node's takes headers
  const socket = new Socket(`${base.replace("http", "ws")}/ws/party`, {
    headers: { Origin: base },
  });
  let count = 0;
  let peak = 0;
  let counted = () => {};
  const session = await new Promise((resolve, reject) => {
    socket.onopen = () =>
      socket.send(JSON.stringify({ type: "createSession" }));
    socket.onerror = socket.onclose = () =>
      reject(new Error("The party could not begin"));
    socket.onmessage = (/** @type {MessageEvent} */ event) => {
      const message = JSON.parse(event.data);
      if (message.type === "sessionCreated") resolve(message);
      if (message.type === "listenerCount") {
        count = message.count;
        peak = Math.max(peak, count);
        counted();
      }
    };
  });
  return {
    url: `${base}/api/party/${session.sessionId}`,
    secret: session.secret,
    count: () => count,
    peak: () => peak,
    /** @param {number} wanted @returns {Promise<boolean>} */
    countIs: (wanted) =>
      new Promise((resolve) => {
        const patience = setTimeout(() => resolve(false), 10_000);
        counted = () => {
          if (count !== wanted) return;
          clearTimeout(patience);
          resolve(true);
        };
        counted();
      }),
    end: () => socket.close(),
  };
}

/** @returns {Promise<string>} its address */
async function startServer() {
  const data = mkdtempSync(path.join(os.tmpdir(), "tutti-interop-"));
  endings.push(() => rmSync(data, { recursive: true, force: true }));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const java = path.join(process.env.JAVA_HOME ?? "/usr", "bin/java");
  const server = spawn(
    java,
    ["-Xmx512m", "-jar", path.join(root, "target/tutti.jar")],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        TUTTI_DATA_DIR: data,
        TUTTI_PORT: String(port),
        TUTTI_BIND: "127.0.0.1",
        TUTTI_URL: base,
        TUTTI_RTC_PORT: String(await freeMediaPort()),
        TUTTI_RTC_ANNOUNCED: ownAddress(),
        TUTTI_JOINS_PER_ADDRESS: "1000",
      },
    },
  );
  const ended = new Promise((resolve) => server.once("exit", resolve));
  endings.push(() => (server.kill(), ended));
  const lines = createInterface({ input: server.stdout });
  await new Promise((resolve, reject) => {
    lines.on(
      "line",
      (line) => line.includes("Tutti is ready") && resolve(undefined),
    );
    ended.then(() => reject(new Error("The server did not start")));
  });
  return base;
}

// aiortc has no candidate on the loopback address, and takes answers only from the address it asked, while a socket
// bound to every address answers from the one that it is asked by. Packets to our own address stay on this machine.
function ownAddress() {
  const addresses = Object.values(os.networkInterfaces()).flatMap(
    (all) => all ?? [],
  );
  return (
    addresses.find((one) => one.family === "IPv4" && !one.internal)?.address ??
    "127.0.0.1"
  );
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const socket = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {net.AddressInfo} */ (socket.address());
      socket.close(() => resolve(port));
    });
  });
}

/** @returns {Promise<number>} */
function freeMediaPort() {
  return new Promise((resolve) => {
    const socket = dgram.createSocket("udp4").bind(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** @param {string} command @param {string[]} args */
function succeeds(command, args) {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
