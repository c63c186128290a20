package app.tutti.catalog.playlists.entity;

import java.util.List;
import java.util.Set;

/**
 * What a person was listening to, for their other devices.
 *
 * @param index of the track that was on
 * @param position in that track, seconds
 * @param repeat {@code off}, {@code one} or {@code all}
 */
public record PlayQueue(List<Long> tracks, int index, double position, boolean shuffle, String repeat) {
    public static final int LONGEST = 10_000;
    private static final double DAY_SECONDS = 86_400;
    private static final Set<String> REPEATS = Set.of("off", "one", "all");

    public PlayQueue {
        tracks = List.copyOf(tracks);
        boolean placed = index >= 0 && index <= Math.max(0, tracks.size() - 1);
        boolean timed = position >= 0 && position <= DAY_SECONDS;
        if (!placed || !timed || !REPEATS.contains(repeat) || tracks.size() > LONGEST) {
            throw new IllegalArgumentException("not a queue");
        }
    }
}
