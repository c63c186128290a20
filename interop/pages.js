// Our own pages in other people's browsers: pages.js <host's browser> <a listener's>… <address of the server>, with the
// cookie of whoever runs it in TUTTI_COOKIE. A party from its first track to its end; prints one line of JSON.
import { Person } from "./person.js";

const TITLE = "Two Rooms"; // of the demo library; left and right differ
const LOUD = 0.003;
const SILENT = 0.0005;

const [hosts, ...rest] = process.argv.slice(2);
const base = rest.pop() ?? "";
/** @type {Person[]} */
const people = [];
let doing = "";
/** @type {Record<string, string>} */
const measured = {};

// So the run ends us when it takes too long or is broken off: no browser is left behind.
process.once("SIGTERM", async () => {
  await goHome();
  process.exit(1);
});

let ok = false;
let said = "";
try {
  await party();
  const complaints = people.flatMap((one) => one.complaints);
  ok = complaints.length === 0;
  said = complaints.join("; ");
} catch (error) {
  said = `${doing}: ${/** @type {Error} */ (error).message}`;
} finally {
  await goHome();
}
const line = JSON.stringify({ role: "party", ok, said, ...measured });
await new Promise((done) => process.stdout.write(`${line}\n`, () => done(0)));
process.exit(0);

async function party() {
  const ana = await arrives("host", /** @type {any} */ (hosts));
  const [name, value] = (process.env.TUTTI_COOKIE ?? "").split("=");
  // Firefox keeps it for the site that is open.
  await ana.open(base);
  await ana.page.setCookie({ name, value, url: base });
  /** @type {Person[]} */
  const friends = [];

  doing = "the host plays a track";
  await ana.until("the library is there", async () => {
    await ana.open(`${base}/tracks`);
    return ana.sees(`[data-title='${TITLE}'] play-button button`);
  });
  await ana.click(`[data-title='${TITLE}'] play-button button`);
  await ana.seeText("player-bar [data-field=title]", TITLE);

  doing = "the host starts a party";
  // On a slow line the page is there before its script: a tap waits for it.
  const letGo = await ana.holdBack("/party-host");
  await ana.click("party-button a");
  await ana.click("[data-start] button");
  await letGo();
  await ana.see("[data-part=live]");
  const invitation = await ana.page.$eval("#invite-url", (field) =>
    String(/** @type {HTMLInputElement} */ (field).value),
  );

  doing = "listeners come";
  for (const browser of rest) {
    const friend = await arrives("listener", /** @type {any} */ (browser));
    friends.push(friend);
    await friend.open(invitation);
    await hears(friend);
    await moves(friend);
  }
  await ana.seeText("[data-field=listenerCount]", String(friends.length));

  doing = "the host looks at another page";
  await ana.click("header a[href='/releases']");
  await ana.until("the releases are there", async () =>
    Boolean(
      (await ana.sees("release-shelf, .shelf, .card")) &&
      ana.page.url().endsWith("/releases"),
    ),
  );
  for (const friend of friends) await hears(friend);

  doing = "the host pauses and goes on";
  await ana.click("player-bar [data-action=toggle]");
  for (const friend of friends) {
    await friend.see("party-listener [data-phase=hostPaused]");
    await friend.until("silence", async () => isSilent(await friend.ears()));
  }
  await ana.click("player-bar [data-action=toggle]");
  for (const friend of friends) await hears(friend);

  doing = "listeners reload";
  for (const friend of friends) {
    await friend.reload();
    await hears(friend);
    await moves(friend);
  }

  doing = "the host reloads";
  await ana.reload();
  for (const friend of friends)
    await friend.see("party-listener [data-phase=hostReconnecting]");
  await ana.click("party-continue button");
  for (const friend of friends) {
    await hears(friend);
    await moves(friend);
  }

  doing = "the party ends";
  await ana.open(`${base}/party`);
  await ana.see("[data-part=live]");
  await ana.click("[data-action=ask-end]");
  await ana.click("dialog [data-action=end]");
  await ana.see("[data-part=idle]");
  for (const friend of friends)
    await friend.see("party-listener [data-phase=ended]");
}

/** @param {string} as @param {"firefox" | "chromium"} browser */
async function arrives(as, browser) {
  const person = await Person.with(browser);
  people.push(person);
  person.name = `${as} in ${await person.browser.version()}`;
  return person;
}

/** Both channels, each with its own music, and the page says so. @param {Person} friend */
async function hears(friend) {
  await friend.see("party-listener [data-phase=live]");
  const heard = await friend.until("sound, perhaps after a tap", async () => {
    if (await friend.sees("party-listener [data-action=listen]"))
      await friend.click("party-listener [data-action=listen]");
    const ears = await friend.ears();
    return isStereo(ears) && ears;
  });
  await friend.seeText("party-listener h1[data-field=title]", TITLE);
  if (heard)
    measured[`${friend.name} ${doing}`] =
      `${heard.left.toFixed(3)} ${heard.right.toFixed(3)} alike ${heard.alike.toFixed(2)}`;
}

/** @param {Person} friend */
async function moves(friend) {
  const before = await position(friend);
  await friend.until(
    "the position moves",
    async () => (await position(friend)) > before + 1,
  );
}

/** @param {Person} friend */
function position(friend) {
  return friend.page.$eval("party-listener progress", (one) =>
    Number(/** @type {HTMLProgressElement} */ (one).value),
  );
}

/** @param {Awaited<ReturnType<Person["ears"]>>} ears */
function isStereo(ears) {
  return (
    ears !== null &&
    ears.sounds &&
    Math.min(ears.left, ears.right) > LOUD &&
    Math.abs(ears.alike) < 0.5
  );
}

/** @param {Awaited<ReturnType<Person["ears"]>>} ears */
function isSilent(ears) {
  return ears !== null && Math.max(ears.left, ears.right) < SILENT;
}

async function goHome() {
  await Promise.all(people.splice(0).map((one) => one.close()));
}
