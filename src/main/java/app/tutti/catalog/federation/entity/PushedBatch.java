package app.tutti.catalog.federation.entity;

import java.util.HashSet;
import java.util.List;

/**
 * A piece of what has changed at a home server.
 *
 * @param from how many pieces it thinks were taken before; 0 begins anew
 * @param last whether nothing else has changed
 * @param coversAfter which covers it asks for, if any are lacking: those with hashes that come after this
 * @param gone ids there of what there is not any more
 */
public record PushedBatch(long from, boolean last, String coversAfter, List<PushedTrack> tracks, List<Long> gone) {
    public static final int MOST_TRACKS = 200;
    public static final int MOST_GONE = 2_000;

    public PushedBatch {
        PushedTrack.require(from >= 0, "from");
        PushedTrack.require(tracks.size() <= MOST_TRACKS, "tracks");
        PushedTrack.require(gone.size() <= MOST_GONE, "gone");
        PushedTrack.require(coversAfter.matches("([0-9a-f]{64})?"), "coversAfter");
        HashSet<Long> numbers = new HashSet<>();
        tracks.forEach(track -> PushedTrack.require(numbers.add(track.number()), "tracks"));
    }

    /** Whether everything has been told with it, and nothing had been told to be everything before. */
    public boolean isWhole() {
        return last && coversAfter.isEmpty();
    }
}
