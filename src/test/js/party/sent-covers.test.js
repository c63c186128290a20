import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { SentCovers } from "../../../main/webapp/js/party/sent-covers.js";

const OURS = "/covers/5f5f-640.jpg";
const session = () => ({ sessionId: "7", secret: "s3cret" });

/** A browser at home, and what leaves it. @param {{ server?: string, bytes?: number, status?: number }} [here] */
function browser({ server = "", bytes = 10, status = 200 } = {}) {
  /** @type {{ url: string, secret: string }[]} */
  const sent = [];
  Object.assign(globalThis, {
    document: {
      querySelector: () => (server ? { getAttribute: () => server } : null),
    },
    fetch: async (
      /** @type {string} */ url,
      /** @type {RequestInit | undefined} */ options,
    ) => {
      if (options?.method !== "PUT") {
        return new Response(new Uint8Array(bytes));
      }
      const headers = /** @type {Record<string, string>} */ (options.headers);
      sent.push({ url, secret: headers.Authorization });
      return Response.json({ coverUrl: `/theirs/${sent.length}` }, { status });
    },
  });
  return sent;
}

afterEach(() => {
  // @ts-ignore
  delete globalThis.document;
});

test("at our own server listeners find our covers, and nothing is sent", async () => {
  const sent = browser();
  const covers = new SentCovers(session);
  assert.equal(covers.addressOf(OURS), OURS);
  assert.equal(await covers.send(OURS), false);
  assert.deepEqual(sent, []);
});

test("a public server has a cover when it has been sent, and not before", async () => {
  const sent = browser({ server: "https://party.example.org" });
  const covers = new SentCovers(session);
  assert.equal(covers.addressOf(OURS), undefined);
  assert.equal(await covers.send(OURS), true);
  assert.equal(covers.addressOf(OURS), "/theirs/1");
  assert.deepEqual(sent, [
    {
      url: "https://party.example.org/api/party/7/cover",
      secret: "Bearer s3cret",
    },
  ]);
});

test("the next track of the same record sends nothing, one of another does", async () => {
  const sent = browser({ server: "https://party.example.org" });
  const covers = new SentCovers(session);
  await covers.send(OURS);
  assert.equal(await covers.send(OURS), false);
  assert.equal(await covers.send("/covers/abab-640.jpg"), true);
  assert.equal(sent.length, 2);
  assert.equal(covers.addressOf(OURS), undefined);
});

test("what is too large is not sent, and what is refused is not told", async () => {
  const covers = new SentCovers(session);
  const tooLarge = browser({
    server: "https://party.example.org",
    bytes: 512 * 1024 + 1,
  });
  assert.equal(await covers.send(OURS), false);
  assert.deepEqual(tooLarge, []);
  browser({ server: "https://party.example.org", status: 422 });
  assert.equal(await covers.send(OURS), false);
  assert.equal(covers.addressOf(OURS), undefined);
});
