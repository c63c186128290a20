package app.tutti.catalog.playlists.entity;

import java.time.Instant;
import java.util.List;

/**
 * A queue as it comes back: described, and without what is gone.
 *
 * @param index of the track that was on, or of what comes after it
 */
public record KeptQueue(
        List<ListedTrack> songs, int index, double position, boolean shuffle, String repeat, Instant changed) {}
