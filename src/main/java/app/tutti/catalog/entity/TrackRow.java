package app.tutti.catalog.entity;

/** A track as a list shows it; {@code disc} and {@code number} may be null. */
public record TrackRow(
        long id, Integer disc, Integer number, String title, String artistName, long durationSeconds, String format) {}
