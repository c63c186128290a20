package app.tutti.catalog.library.entity;

import app.tutti.text.Graphemes;

/**
 * An artist as a page shows it.
 *
 * @param cover the hash of one of the releases'; null when none has a cover
 */
public record ArtistCard(long id, String name, long releaseCount, long trackCount, String cover) {
    /** What stands where there is no cover. */
    public String initial() {
        return Graphemes.first(name);
    }
}
