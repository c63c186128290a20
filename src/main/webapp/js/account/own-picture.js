/** `<own-picture>`: sends the picture a person has chosen as it is, or takes it away, and shows the page anew. */

class OwnPicture extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", (event) => {
      const file = event.target.files?.[0];
      if (file) {
        this.#ask({
          method: "PUT",
          headers: { "Content-Type": file.type },
          body: file,
        });
      }
    });
    this.addEventListener("click", (event) => {
      if (event.target.closest("[data-action=remove]")) {
        this.#ask({ method: "DELETE" });
      }
    });
  }

  async #ask(request) {
    const done = await fetch(this.dataset.url, request).then(
      (response) => response.ok,
      () => false,
    );
    if (done) {
      window.Turbo.visit("/you", { action: "replace" });
    } else {
      this.querySelector("[role=alert]").hidden = false;
    }
  }
}

customElements.define("own-picture", OwnPicture);
