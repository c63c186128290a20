package app.tutti.catalog.playlists.entity;

import java.util.List;

/**
 * What came of a playlist file.
 *
 * @param found tracks by the order of its lines
 * @param missing what those lines say that nothing was found for
 */
public record Imported(List<Long> found, List<String> missing) {}
