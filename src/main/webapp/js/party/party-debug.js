/** `<party-debug>`: what the relay and this browser know of one's own connections, every second while one looks. */

import { journal } from "../lib/journal.js";
import { fill, isPreview, showOnly } from "../lib/parts.js";
import { player } from "../player/player.js";
import { look } from "./connections.js";
import { listening } from "./listening.js";
import { shownNumbers } from "./shown-numbers.js";

const ASK_EVERY_MS = 1_000;
/** Longer, and the connection is no more. */
const SILENT_MS = 4_000;
const SHOW_COPIED_MS = 2_000;

class PartyDebug extends HTMLElement {
  #gone = new AbortController();
  /** @type {Map<string, { section: HTMLElement, heardMs: number, bytes: number }>} */
  #shown = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #copied;

  connectedCallback() {
    if (isPreview()) {
      return;
    }
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const ask = look((described) => this.#describe(described), signal);
    const turn = () => {
      if (!document.hidden) {
        ask();
        this.#forgetSilent();
      }
    };
    const timer = setInterval(turn, ASK_EVERY_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
    document.addEventListener("visibilitychange", () => this.#back(turn), {
      signal,
    });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    journal.addEventListener("line", () => this.#journal(), { signal });
    for (const event of ["track", "play", "pause"]) {
      player.addEventListener(event, () => this.#playing(), { signal });
    }
    listening.addEventListener("change", () => this.#playing(), { signal });
    this.#journal();
    this.#playing();
    turn();
  }

  disconnectedCallback() {
    this.#gone.abort();
    clearTimeout(this.#copied);
    for (const id of this.#shown.keys()) {
      this.#forget(id);
    }
  }

  /** What was silent while nobody asked may be there still. @param {() => void} turn */
  #back(turn) {
    for (const one of this.#shown.values()) {
      one.heardMs = performance.now();
    }
    turn();
  }

  /** @param {import("./connections.js").Described} described */
  #describe(described) {
    const one = this.#shown.get(described.id) ?? this.#add(described.id);
    const passedMs = performance.now() - one.heardMs;
    one.heardMs = performance.now();
    const { section } = one;
    const { relay, browser, role } = described;
    section.dataset.state = browser.state;
    showOnly(section, "data-role", role);
    showOnly(section, "data-relay", relay ? "known" : "unknown");
    showOnly(section, "data-ice", relay?.address ? "yes" : "no");
    showOnly(section, "data-dtls", relay?.srtpProfile ? "yes" : "no");
    showOnly(section, "data-way", relay?.protocol ?? "none");
    showOnly(section, "data-browser", browser.state);
    // Bits in a millisecond are kilobits in a second.
    const kilobits = one.bytes
      ? ((browser.bytes ?? 0) - one.bytes) * (8 / passedMs)
      : undefined;
    one.bytes = browser.bytes ?? 0;
    fill(
      section,
      shownNumbers(described, document.documentElement.lang, kilobits),
    );
    this.#shownSome();
  }

  /** @param {string} id */
  #add(id) {
    const template = /** @type {HTMLTemplateElement} */ (
      this.querySelector("template")
    );
    const copy = /** @type {DocumentFragment} */ (
      template.content.cloneNode(true)
    );
    const section = /** @type {HTMLElement} */ (copy.querySelector("section"));
    template.before(copy);
    const one = { section, heardMs: 0, bytes: 0 };
    this.#shown.set(id, one);
    return one;
  }

  #forgetSilent() {
    const now = performance.now();
    for (const [id, { heardMs }] of this.#shown) {
      if (now - heardMs > SILENT_MS) {
        this.#forget(id);
      }
    }
    this.#shownSome();
  }

  /** @param {string} id */
  #forget(id) {
    this.#shown.get(id)?.section.remove();
    this.#shown.delete(id);
  }

  #shownSome() {
    showOnly(this, "data-party", this.#shown.size > 0 ? "on" : "off");
    this.#tab();
  }

  /** What happens at a party in this tab is in its log: it takes part, stands beside one that does, or there is none. */
  #tab() {
    const alone = this.#shown.size > 0 ? "beside" : "none";
    showOnly(this, "data-tab", journal.lines.length > 0 ? "part" : alone);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    switch (button?.dataset.action) {
      case "copy":
        this.#copy(button);
        break;
      case "toggle":
        this.#toggle();
        break;
    }
  }

  /** Of this tab: what it hosts, or else what it listens to. */
  #toggle() {
    if (listening.isOver) {
      player.toggle();
    } else if (listening.pausedHere) {
      listening.resume();
    } else {
      listening.pause();
    }
  }

  #playing() {
    const state = listening.isOver ? null : listening.listener?.state;
    const track = state ? state.track : player.current;
    const plays = state ? !listening.audio.paused : player.playing;
    showOnly(this, "data-plays", plays ? "yes" : "no");
    fill(this, { nowTitle: track ? `${track.title} · ${track.artist}` : "–" });
  }

  #journal() {
    const list = /** @type {HTMLElement} */ (
      this.querySelector("[data-journal]")
    );
    const time = new Intl.DateTimeFormat(document.documentElement.lang, {
      timeStyle: "medium",
    });
    list.replaceChildren(
      ...journal.lines.map(({ at, text }) => {
        const row = document.createElement("li");
        row.textContent = `${time.format(at)} ${text}`;
        return row;
      }),
    );
    const box = /** @type {HTMLElement} */ (list.parentElement);
    this.#tab();
    box.scrollTop = box.scrollHeight;
  }

  /** @param {HTMLButtonElement} button */
  async #copy(button) {
    const text = this.#text();
    // The Clipboard API is missing on http:// addresses of a home network.
    const copied = navigator.clipboard
      ? await navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      : copyByHand(text);
    clearTimeout(this.#copied);
    showOnly(button, "data-copied", String(copied));
    if (this.isConnected) {
      this.#copied = setTimeout(
        () => showOnly(button, "data-copied", "false"),
        SHOW_COPIED_MS,
      );
    }
  }

  /** All of it as one sees it, a line each. */
  #text() {
    const lines = [new Date().toISOString(), navigator.userAgent];
    for (const { section } of this.#shown.values()) {
      for (const part of section.querySelectorAll("h2, h3, dl > div")) {
        const term = part.querySelector("dt")?.innerText;
        lines.push(
          term === undefined
            ? `\n${/** @type {HTMLElement} */ (part).innerText}`
            : `${term}: ${part.querySelector("dd")?.innerText}`,
        );
      }
    }
    return lines.join("\n");
  }
}

/** @param {string} text */
function copyByHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

customElements.define("party-debug", PartyDebug);
