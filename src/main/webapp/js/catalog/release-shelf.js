/** `<release-shelf>`: around a shelf of covers. The one that is chosen grows into the cover of the release's page. */

/** As the style sheet names the cover on that page. */
const NAME = "release-cover";

class ReleaseShelf extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("turbo:click", (event) => this.#chosen(event), {
      signal,
    });
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {Event} event */
  #chosen(event) {
    const link = /** @type {Element} */ (event.target);
    const chosen = link.closest(".card");
    const leadsToRelease = link.getAttribute("href")?.startsWith("/releases/");
    for (const card of this.querySelectorAll(".card")) {
      const cover = /** @type {HTMLElement} */ (card.querySelector(".cover"));
      const name = card === chosen && leadsToRelease ? NAME : "none";
      cover.style.setProperty("view-transition-name", name);
    }
  }
}

customElements.define("release-shelf", ReleaseShelf);
