/** Whether there is somebody to keep things for; a party's visitor has no queue and no favourites here. */
export function isPerson() {
  const bar = document.querySelector("player-bar");
  return bar instanceof HTMLElement && "person" in bar.dataset;
}
