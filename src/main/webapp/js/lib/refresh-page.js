/** `<refresh-page>`: while it is on a page, the page brings itself up to date. The server leaves it out when all is done. */

import { session } from "../vendor/turbo.js";
import { isPreview } from "./parts.js";

const EVERY_MS = 2_000;

class RefreshPage extends HTMLElement {
  connectedCallback() {
    if (!isPreview()) {
      this.timer = setInterval(() => this.#refresh(), EVERY_MS);
    }
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  #refresh() {
    if (!document.hidden) {
      session.refresh(location.href);
    }
  }
}

customElements.define("refresh-page", RefreshPage);
