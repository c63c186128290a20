package app.tutti.catalog.library.entity;

/** How much there is. */
public record CatalogueSize(long artists, long releases, long tracks) {}
