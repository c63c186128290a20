// What every script for Node shares: <script> publish|listen <url> <token or -> <seconds>; prints one line of JSON.

/**
 * @typedef {{ offer: string, accept: (answer: string) => unknown }} Offer
 * @param {string} stack @param {string} version
 * @param {Record<string, (negotiate: (offer: string) => Promise<string>, seconds: number) => Promise<object>>} roles
 * @param {() => Promise<unknown>} [close] what is closed after the DELETE, or when something failed
 */
export async function main(stack, version, roles, close = async () => {}) {
  try {
    const line = JSON.stringify({ stack, version, ...(await play(roles)) });
    await new Promise((done) => process.stdout.write(`${line}\n`, done));
  } finally {
    await close();
  }
  // Some of these libraries keep the process alive with threads of their own.
  process.exit(0);
}

/** @param {Parameters<typeof main>[2]} roles */
async function play(roles) {
  const [role, url, token, seconds] = process.argv.slice(2);
  const headers = token === "-" ? {} : { Authorization: `Bearer ${token}` };
  let resource = "";
  const negotiate = async (/** @type {string} */ offer) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/sdp" },
      body: offer,
    });
    const answer = await response.text();
    if (response.status !== 201)
      throw new Error(`HTTP ${response.status}: ${answer}`);
    resource = new URL(response.headers.get("Location") ?? "", url).href;
    return answer;
  };
  const result = /** @type {{ ok: boolean }} */ (
    await roles[role](negotiate, Number(seconds))
  );
  const { status } = await fetch(resource, { method: "DELETE", headers });
  const ok = result.ok && status === 200;
  return { role, ...result, deleted: status, ok };
}

/** @param {number} milliseconds */
export const pause = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Calls send for each frame when it is due. @param {number} seconds @param {number} perSecond @param {(n: number) => void} send */
export async function pace(seconds, perSecond, send) {
  const start = performance.now();
  for (let n = 0; n < seconds * perSecond; n++) {
    const early = start + (n * 1000) / perSecond - performance.now();
    if (early > 0) await pause(early);
    send(n);
  }
}
