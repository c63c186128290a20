/**
 * A track of the player as listeners are told of it.
 *
 * @param {{ id: string | number, title: string, artist: string, release: string, coverUrl?: string, durationSec: number }} track
 * @returns {import("./listener-state.js").PartyTrack}
 */
export function described({
  id,
  title,
  artist,
  release,
  coverUrl,
  durationSec,
}) {
  return {
    id: String(id),
    title,
    artist,
    release,
    coverUrl: coverUrl || undefined,
    durationSec,
  };
}
