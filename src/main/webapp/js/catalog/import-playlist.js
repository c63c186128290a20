/** `<import-playlist>`: sends a playlist file of another program and says what was found of it. */

import { fill, showOnly } from "../lib/parts.js";

const NOTHING_FOUND = 422;

class ImportPlaylist extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const chosen = this.querySelector("input");
    chosen?.addEventListener("change", () => this.#send(chosen), { signal });
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {HTMLInputElement} chosen */
  async #send(chosen) {
    const file = chosen.files?.[0];
    if (!file) {
      return;
    }
    showOnly(this, "data-import", "busy");
    const name = encodeURIComponent(file.name);
    const response = await fetch(`/api/playlists/imports?name=${name}`, {
      method: "POST",
      headers: { "Content-Type": "audio/x-mpegurl" },
      body: file,
    }).catch(() => null);
    // The same file again is a choice, too.
    chosen.value = "";
    const report = await response?.json().catch(() => null);
    if (
      response?.ok ||
      (response?.status === NOTHING_FOUND && report?.missing)
    ) {
      this.#report(report, response.headers.get("Location"));
    } else {
      showOnly(this, "data-import", "failed");
    }
  }

  /**
   * @param {{ found: number, notFound: number, missing: string[] }} report
   * @param {string | null} address
   */
  #report({ found, notFound, missing }, address) {
    showOnly(this, "data-import", address ? "found" : "nothing");
    showOnly(this, "data-missing", notFound > 0 ? "some" : "none");
    fill(this, { found, notFound });
    this.querySelector("[data-list]")?.setAttribute("href", address ?? "");
    this.querySelector(".import-missing")?.replaceChildren(
      ...missing.map((text) => {
        const line = document.createElement("li");
        line.textContent = text;
        return line;
      }),
    );
    this.querySelector("dialog")?.showModal();
  }
}

customElements.define("import-playlist", ImportPlaylist);
