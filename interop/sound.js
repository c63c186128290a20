// A sound card that is not there: Firefox's AudioContext stays suspended without one.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** PulseAudio with a null sink, and what a program needs in its environment to play to it. */
export async function startSound() {
  const home = mkdtempSync(path.join(os.tmpdir(), "tutti-sound-"));
  const socket = path.join(home, "socket");
  const daemon = spawn(
    "pulseaudio",
    [
      "-v",
      "-n",
      "--daemonize=no",
      "--use-pid-file=no",
      // It ends by itself where nobody is left to end it.
      "--exit-idle-time=60",
      // With real-time priority it starves the browser on few cores.
      "--realtime=no",
      "--high-priority=no",
      "--load=module-null-sink rate=48000 norewinds=1",
      `--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    ],
    {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, LC_ALL: "C" },
    },
  );
  const lines = createInterface({ input: daemon.stderr });
  await new Promise((resolve, reject) => {
    lines.on(
      "line",
      (line) => line.includes("startup complete") && resolve(undefined),
    );
    daemon.once("error", reject);
    daemon.once("exit", () => reject(new Error("PulseAudio did not start")));
  });
  return {
    daemon,
    remove: () => rmSync(home, { recursive: true, force: true }),
    env: { PULSE_SERVER: `unix:${socket}`, PULSE_LATENCY_MSEC: "60" },
  };
}
