/** `<theme-choice>`: around the form that chooses the colours. Turbo leaves `<html>` as it is, so the choice is told to it. */

class ThemeChoice extends HTMLElement {
  static observedAttributes = ["data-theme"];

  attributeChangedCallback() {
    document.documentElement.dataset.theme = this.dataset.theme;
  }
}

customElements.define("theme-choice", ThemeChoice);
