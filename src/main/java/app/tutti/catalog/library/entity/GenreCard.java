package app.tutti.catalog.library.entity;

/** A genre as a list of them shows it. */
public record GenreCard(long id, String name, long releaseCount, long trackCount) {}
