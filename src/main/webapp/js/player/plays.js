/** Tells the server what a person has really heard. A server that does not count is left in peace. */

import { ask } from "../lib/api.js";
import { isPerson } from "./person.js";
import { player } from "./player.js";

player.addEventListener("heard", () => {
  if (player.current && isPerson()) {
    ask("POST", "/api/plays", { track: Number(player.current.id) });
  }
});
