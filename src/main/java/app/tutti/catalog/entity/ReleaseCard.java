package app.tutti.catalog.entity;

/** A release as a grid of them shows it; {@code year} and {@code coverId} may be null. */
public record ReleaseCard(long id, String title, long artistId, String artistName, Integer year, Long coverId) {}
