package app.tutti.catalog.entity;

/**
 * An artist as a page shows it.
 *
 * @param coverId of one of the releases; null when none has a cover
 */
public record ArtistCard(long id, String name, long releaseCount, Long coverId) {}
