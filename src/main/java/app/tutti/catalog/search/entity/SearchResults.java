package app.tutti.catalog.search.entity;

import app.tutti.catalog.library.entity.ArtistCard;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.library.entity.TrackRow;
import java.util.List;

/**
 * What was found.
 *
 * @param guessed whether something was found only by words that are near those typed
 */
public record SearchResults(
        List<ArtistCard> artists, List<ReleaseCard> releases, List<TrackRow> tracks, boolean guessed) {
    public static final SearchResults NONE = new SearchResults(List.of(), List.of(), List.of(), false);

    public boolean empty() {
        return count() == 0;
    }

    public int count() {
        return artists.size() + releases.size() + tracks.size();
    }
}
