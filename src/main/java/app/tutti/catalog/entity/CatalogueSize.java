package app.tutti.catalog.entity;

/** How much there is. */
public record CatalogueSize(long artists, long releases, long tracks) {}
