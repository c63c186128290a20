package app.tutti.catalog.playlists.entity;

import java.util.List;

/**
 * What came into a playlist just now.
 *
 * @param version of the playlist since then
 */
public record AddedEntries(long version, List<Long> entries) {
    public AddedEntries {
        entries = List.copyOf(entries);
    }
}
