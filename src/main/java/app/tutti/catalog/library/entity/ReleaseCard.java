package app.tutti.catalog.library.entity;

/**
 * A release as a grid of them shows it.
 *
 * @param artistName as the release has it, which may name several
 * @param year null when nobody knows
 * @param cover the hash of its picture; null without one
 */
public record ReleaseCard(long id, String title, long artistId, String artistName, Integer year, String cover) {}
