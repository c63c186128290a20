/** `<filter-form>`: around a form of choices, each of which is taken at once. What is not chosen stays out of the address. */

export class FilterForm extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const form = this.querySelector("form");
    this.addEventListener("change", () => form?.requestSubmit(), { signal });
    this.addEventListener(
      "formdata",
      (event) => leaveOutEmpty(/** @type {FormDataEvent} */ (event).formData),
      { signal },
    );
  }

  disconnectedCallback() {
    this.#gone.abort();
  }
}

/** @param {FormData} data */
function leaveOutEmpty(data) {
  for (const [name, value] of [...data.entries()]) {
    if (value === "") {
      data.delete(name);
    }
  }
}

customElements.define("filter-form", FilterForm);
