package app.tutti.catalog.entity;

/**
 * An artist as a page shows it.
 *
 * @param cover the hash of one of the releases'; null when none has a cover
 */
public record ArtistCard(long id, String name, long releaseCount, long trackCount, String cover) {}
