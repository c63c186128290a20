// Other people's WebRTC stacks against the packaged server: a table, and 1 when one of them does not work.
import { execFileSync, spawn } from "node:child_process";
import dgram from "node:dgram";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { startSound } from "./sound.js";

const root = path.resolve(import.meta.dirname, "..");
const python = "/usr/bin/python3"; // Debian's, which has Debian's packages, whatever else is on the path
const gstreamer = `import gi
gi.require_version("GstWebRTC", "1.0")
from gi.repository import Gst, GstWebRTC
Gst.init(None)
elements = "webrtcbin nicesrc opusenc opusdec rtpopuspay dtlsenc srtpenc".split()
assert all(map(Gst.ElementFactory.find, elements))`;
const here = import.meta.dirname;
// A minute: consent to send lasts half of one (RFC 7675 §5.1), and so would a client that does not renew it.
const LISTEN_SECONDS = 60;
const PUBLISH_SECONDS = LISTEN_SECONDS + 6;
const GLANCE_SECONDS = 40;
const WITHIN_MS = 2 * PUBLISH_SECONDS * 1000;
const stacks = [
  {
    name: "aiortc",
    needs: "python3-aiortc",
    command: [python, path.join(here, "aiortc_client.py")],
    present: () => succeeds(python, ["-c", "import aiortc"]),
  },
  npm("node-datachannel", "node_datachannel_client.js"),
  npm("werift", "werift_client.js"),
  {
    name: "GStreamer",
    needs:
      "gstreamer1.0-plugins-bad, gstreamer1.0-nice, python3-gst-1.0 or gir1.2-gst-plugins-bad-1.0",
    command: [python, path.join(here, "gstreamer_client.py")],
    present: () => succeeds(python, ["-c", gstreamer]),
  },
  npm("@roamhq/wrtc", "wrtc_client.js"),
  { ...browser("firefox", "firefox-esr, pulseaudio"), sound: true },
  browser("chromium", "chromium"),
  {
    ...browser("firefox-pages", "firefox-esr, chromium, pulseaudio"),
    command: [process.execPath, path.join(here, "pages.js")],
    sound: true,
    pages: [
      ["firefox", "firefox", "chromium"],
      ["chromium", "firefox"],
    ],
  },
];

/** By which the server knows whoever runs it. */
let cookie = "";
/** @type {(() => unknown)[]} */
const endings = [];
/** @type {Set<string>} */
const proven = new Set();
/** @type {Record<string, unknown>[]} */
const rows = [];

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.once(signal, async () => {
    await endAll();
    process.exit(1);
  });

try {
  const base = await startServer();
  const wanted = process.argv.slice(2);
  const asked = stacks.filter(
    (one) => !wanted.length || wanted.includes(one.name),
  );
  // The first tells what is heard of the others. They are a minute each, so they go side by side, browsers by themselves.
  const first = asked.filter((one) => one === stacks[0]);
  const pages = asked.filter((one) => "pages" in one);
  const others = asked.filter(
    (one) => !first.includes(one) && !pages.includes(one),
  );
  for (const together of [
    first,
    others.filter((one) => !("heavy" in one)),
    others.filter((one) => "heavy" in one),
    pages,
  ])
    await Promise.all(together.map((stack) => take(stack, base)));
} finally {
  await endAll();
}
console.table(rows.sort((a, b) => place(a) - place(b)));
if (!rows.length || rows.some((row) => row.result === "FAILED"))
  process.exitCode = 1;

/** @param {(typeof stacks)[number]} stack @param {string} base */
async function take(stack, base) {
  if (stack.present())
    await ("pages" in stack ? provePages(stack, base) : prove(stack, base));
  else
    rows.push({
      stack: stack.name,
      role: "",
      result: `LEFT OUT: ${stack.needs} is not installed`,
    });
}

/** @param {{ stack?: unknown }} row */
function place(row) {
  return stacks.findIndex((one) => one.name === row.stack);
}

/** Ends what was started, last first, once. */
async function endAll() {
  for (let end = endings.pop(); end; end = endings.pop()) await end();
}

/** @param {string} name @param {string} script */
function npm(name, script) {
  return {
    name,
    needs: `${name} (npm ci in interop/) or ffmpeg`,
    command: [process.execPath, "--no-warnings", path.join(here, script)],
    // A native one is only there when its binary can be loaded.
    present: () =>
      succeeds("ffmpeg", ["-version"]) &&
      succeeds(process.execPath, [
        "--input-type=module",
        "-e",
        `await import(${JSON.stringify(name)}); process.exit(0)`,
      ]),
  };
}

/** @param {string} name @param {string} programs */
function browser(name, programs) {
  return {
    name,
    heavy: true,
    needs: `${programs} or puppeteer-core (npm ci in interop/)`,
    command: [process.execPath, path.join(here, "browser_client.js"), name],
    present: () =>
      programs.split(", ").every((one) => existsSync(`/usr/bin/${one}`)) &&
      existsSync(path.join(here, "node_modules/puppeteer-core")),
  };
}

/** @param {(typeof stacks)[number]} stack @param {string} base */
async function prove(stack, base) {
  const party = await startParty(base);
  const env = "sound" in stack ? await sound() : {};
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

  // What is heard of a stack is told by itself and by the first, which is proven by then.
  const listeners = [...new Set([stack, ...stacks.slice(0, 1)])].filter(
    (one) => one === stack || proven.has(one.name),
  );
  const results = await Promise.all([
    run(
      stack.command,
      "publish",
      `${party.url}/whip`,
      party.secret,
      PUBLISH_SECONDS,
      env,
    ),
    ...listeners.map((one) =>
      run(
        one.command,
        "listen",
        `${party.url}/whep`,
        "-",
        one === stack ? LISTEN_SECONDS : GLANCE_SECONDS,
        env,
      ),
    ),
  ]);
  results.forEach((result, n) => {
    const heardBy = n > 1 ? `publish, heard by ${listeners[n - 1].name}` : "";
    row(stack.name, heardBy || result.role, result.ok, JSON.stringify(result));
  });
  if (results.every((result) => result.ok)) proven.add(stack.name);
  const freed = await party.countIs(0);
  row(
    stack.name,
    "freed by DELETE",
    freed && party.peak() === listeners.length,
    `listeners: ${party.peak()}, then ${party.count()}`,
  );
  party.end();
}

/** Our own pages: who hosts, and who listens. @param {(typeof stacks)[number] & { pages?: string[][] }} stack @param {string} base */
async function provePages(stack, base) {
  const env = { ...(await sound()), TUTTI_COOKIE: cookie };
  for (const browsers of stack.pages ?? []) {
    const [host, ...listeners] = browsers;
    const command = [...stack.command, ...browsers, base];
    const result = await outcome(command, env, 240_000);
    const role = `${host} hosts, ${listeners.join(" and ")} hear`;
    row(stack.name, role, result.ok, JSON.stringify(result));
  }
}

/** @param {string} stack @param {string} role @param {boolean} ok @param {string} notes */
function row(stack, role, ok, notes) {
  rows.push({ stack, role, result: ok ? "ok" : "FAILED" });
  console.log(`${stack} ${role}: ${notes}`);
}

/** @param {string[]} command @param {string} role @param {string} url @param {string} token @param {number} seconds @param {Record<string, string>} env */
async function run(command, role, url, token, seconds, env) {
  const args = [...command, role, url, token, String(seconds)];
  return { role, ...(await outcome(args, env, WITHIN_MS)) };
}

/** The JSON of the last line that it writes. @param {string[]} command @param {Record<string, string>} env @param {number} withinMs */
async function outcome(command, env, withinMs) {
  const child = spawn(command[0], command.slice(1), {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const end = () => endChild(child);
  endings.push(end);
  const patience = setTimeout(end, withinMs);
  let last = "";
  for await (const line of createInterface({ input: child.stdout }))
    last = line;
  clearTimeout(patience);
  await end();
  endings.splice(endings.indexOf(end), 1);
  try {
    return JSON.parse(last);
  } catch {
    return { ok: false, said: last };
  }
}

async function sound() {
  const { daemon, remove, env } = await startSound();
  endings.push(remove, () => endChild(daemon));
  return env;
}

/** A browser's script ends its browser when it is asked; what does not listen is killed. @param {import("node:child_process").ChildProcess} child */
async function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  const patience = setTimeout(() => child.kill("SIGKILL"), 5000);
  await exited;
  clearTimeout(patience);
}

/** A party as a host's page begins it. @param {string} base */
async function startParty(base) {
  const Socket = /** @type {any} */ (WebSocket); // Node's takes headers
  const socket = new Socket(`${base.replace("http", "ws")}/ws/party`, {
    headers: { Origin: base, Cookie: cookie },
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
  endings.push(() => endChild(server));
  const lines = createInterface({ input: server.stdout });
  /** @type {NodeJS.Timeout | undefined} */
  let patience;
  await new Promise((resolve, reject) => {
    lines.on(
      "line",
      (line) => line.includes("Tutti is ready") && resolve(undefined),
    );
    ended.then(() => reject(new Error("The server did not start")));
    patience = setTimeout(
      () => reject(new Error("The server took more than 240 s to start")),
      240_000,
    );
  });
  clearTimeout(patience);
  const key = readFileSync(path.join(data, "machine-key"), "utf8").trim();
  cookie = `machine-${port}=${key}`;
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
    execFileSync(command, args, {
      stdio: "ignore",
      cwd: here,
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
}
