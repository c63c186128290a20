// A person at a browser of their own, with the rules about sound that people's browsers have; nothing is asked before it is seen.
import puppeteer from "puppeteer-core";

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 100;
const programs = {
  firefox: "/usr/bin/firefox-esr",
  chromium: "/usr/bin/chromium",
};

export class Person {
  /** What went wrong in the page's own scripts. @type {string[]} */
  complaints = [];

  /** @param {keyof typeof programs} name */
  static async with(name) {
    const browser = await puppeteer.launch({
      browser: name === "firefox" ? "firefox" : "chrome",
      executablePath: programs[name],
      args: name === "chromium" ? ["--no-sandbox"] : [],
    });
    return new Person(name, browser, await browser.newPage());
  }

  /** @param {string} name @param {import("puppeteer-core").Browser} browser @param {import("puppeteer-core").Page} page */
  constructor(name, browser, page) {
    this.name = name;
    this.browser = browser;
    this.page = page;
    page.on("pageerror", (error) => this.complaints.push(String(error)));
  }

  /** @param {string} url */
  open(url) {
    return this.page.goto(url);
  }

  /** What has this in its address waits until it is let go. @param {string} part @returns {Promise<() => Promise<void>>} */
  async holdBack(part) {
    /** @type {(value?: unknown) => void} */
    let letGo = () => {};
    const gone = new Promise((resolve) => (letGo = resolve));
    const look = async (
      /** @type {import("puppeteer-core").HTTPRequest} */ request,
    ) => {
      if (new URL(request.url()).pathname.includes(part)) await gone;
      // It may have been given up meanwhile.
      await request.continue().catch(() => {});
    };
    this.page.on("request", look);
    await this.page.setRequestInterception(true);
    return async () => {
      letGo();
      await this.page.setRequestInterception(false);
      this.page.off("request", look);
    };
  }

  reload() {
    return this.page.reload();
  }

  /** Whether one of them can be seen. @param {string} css */
  sees(css) {
    return this.page.evaluate(isShown, css);
  }

  /** @param {string} css */
  see(css) {
    return this.until(`${css} is visible`, () => this.sees(css));
  }

  /** What the first of them says that can be seen. @param {string} css */
  text(css) {
    return this.page.evaluate(textOf, css);
  }

  /** @param {string} css @param {string} text */
  seeText(css, text) {
    return this.until(`${css} says ${text}`, async () =>
      (await this.text(css)).includes(text),
    );
  }

  /** @param {string} css */
  click(css) {
    return this.until(`${css} can be clicked`, async () => {
      const found = await this.page.evaluateHandle(shown, css);
      const element = found.asElement();
      if (!element) return false;
      if (!(await element.evaluate(isOnTop))) return false;
      await /** @type {import("puppeteer-core").ElementHandle<Element>} */ (
        element
      ).click();
      return true;
    });
  }

  /** Half a second of what the stream in the page's `<audio>` carries. */
  ears() {
    return this.page.evaluate(listen);
  }

  /** @template T @param {string} what @param {() => Promise<T>} look @returns {Promise<T>} */
  async until(what, look) {
    const end = Date.now() + PATIENCE_MS;
    /** @type {unknown} */
    let last;
    do {
      try {
        const seen = await look();
        if (seen) return seen;
        last = seen;
      } catch (error) {
        // The page is being left, or the element was: look again.
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    } while (Date.now() < end);
    throw new Error(
      `${this.name} at ${this.page.url()}: not so: ${what} (${last}); ${this.complaints}`,
    );
  }

  close() {
    return this.browser.close();
  }
}

// What follows runs in the page and knows nothing of this file.

/** @param {string} css */
function isShown(css) {
  return [...document.querySelectorAll(css)].some((one) =>
    one.checkVisibility(),
  );
}

/** @param {string} css */
function shown(css) {
  return [...document.querySelectorAll(css)].find((one) =>
    one.checkVisibility(),
  );
}

/** Brings it into the middle; false while something covers it, a page that is fading in for one. @param {Node} node */
function isOnTop(node) {
  const one = /** @type {Element} */ (node);
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = one.getBoundingClientRect();
  return one.contains(
    document.elementFromPoint(left + width / 2, top + height / 2),
  );
}

/** @param {string} css */
function textOf(css) {
  const one = [...document.querySelectorAll(css)].find((each) =>
    each.checkVisibility(),
  );
  return one?.textContent ?? "";
}

/** Root mean squares, and how much left and right are alike: 1 for the same in both, near 0 for different music. */
async function listen() {
  const page = /** @type {any} */ (window);
  const audio = document.querySelector("html > audio");
  const stream = audio instanceof HTMLAudioElement && audio.srcObject;
  if (!(stream instanceof MediaStream)) return null;
  page.ears ??= new Map();
  if (!page.ears.has(stream)) {
    const context = new AudioContext();
    const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(
      splitter,
    );
    const analysers = [0, 1].map((channel) => {
      const analyser = new AnalyserNode(context, { fftSize: 32_768 });
      splitter.connect(analyser, channel);
      return analyser;
    });
    page.ears.set(stream, { context, analysers });
  }
  const { context, analysers } = page.ears.get(stream);
  // Not awaited: without a tap it never comes.
  void context.resume();
  // As long as what is measured, so that nothing of before is in it.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const [left, right] = analysers.map((/** @type {AnalyserNode} */ one) => {
    const samples = new Float32Array(one.fftSize);
    one.getFloatTimeDomainData(samples);
    return samples.subarray(samples.length - context.sampleRate / 2);
  });
  const dot = (/** @type {Float32Array} */ a, /** @type {Float32Array} */ b) =>
    a.reduce((sum, sample, n) => sum + sample * b[n], 0);
  const [ll, rr, lr] = [dot(left, left), dot(right, right), dot(left, right)];
  return {
    left: Math.sqrt(ll / left.length),
    right: Math.sqrt(rr / right.length),
    alike: lr / (Math.sqrt(ll * rr) || 1),
    sounds: !(/** @type {HTMLAudioElement} */ (audio).paused),
  };
}
