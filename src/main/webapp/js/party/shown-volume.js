/** How loud the party is here, wherever it is shown. */

import { showOnly } from "../lib/parts.js";
import { listening } from "./listening.js";

/** @param {Element} root */
export function showVolume(root) {
  const { muted, volume } = listening.audio;
  const heard = muted ? 0 : volume;
  showOnly(root, "data-muted", String(heard === 0));
  root
    .querySelector("[data-action=mute]")
    ?.setAttribute("aria-pressed", String(muted));
  const slider = /** @type {HTMLInputElement | null} */ (
    root.querySelector("[data-slider=volume]")
  );
  if (slider) {
    slider.value = String(heard);
    slider.style.setProperty("--filled", String(heard));
    slider.setAttribute("aria-valuetext", `${Math.round(heard * 100)} %`);
  }
}
