package app.tutti.catalog.federation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.federation.control.OutgoingTracks.Change;
import app.tutti.catalog.federation.control.OutgoingTracks.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PushQueueTest {
    private final Set<Long> told = new TreeSet<>();
    private final List<Long> gone = new ArrayList<>();
    private final List<Long> refused = new ArrayList<>();
    private int pieces;

    @Test
    void whatIsRefusedIsFoundAndTheRestIsTold() {
        assertTrue(tell(1_000, Set.of(1L, 333L, 334L, 1_000L)));
        assertEquals(List.of(1L, 333L, 334L, 1_000L), refused);
        assertEquals(996, told.size());
        assertEquals(List.of(2_000L, 2_001L), gone);
        assertTrue(pieces < 120, () -> pieces + " pieces");
    }

    @Test
    void whereNothingIsRefusedPiecesAreLarge() {
        assertTrue(tell(1_000, Set.of()));
        assertEquals(1_000, told.size());
        assertEquals(5, pieces);
    }

    @Test
    void manyInARowAreRefusedForWhatTheyAre() {
        Set<Long> bad = new TreeSet<>(LongStream.rangeClosed(300, 700).boxed().toList());
        assertTrue(tell(1_000, bad));
        assertEquals(List.copyOf(bad), refused);
        assertEquals(599, told.size());
    }

    @Test
    void aServerThatTakesNothingIsNotAskedForEver() {
        Set<Long> all = new TreeSet<>(LongStream.rangeClosed(1, 1_000).boxed().toList());
        assertFalse(tell(1_000, all));
        assertEquals(List.of(), refused, "it is not the tracks");
    }

    @Test
    void onlyWhatIsThereCanBeRefused() {
        PushQueue untold = new PushQueue(List.of(new Change(1, true)));
        assertFalse(untold.refused(untold.next(PushQueueTest::items)));
    }

    /** As a push does; whether it came to an end. */
    private boolean tell(int tracks, Set<Long> bad) {
        List<Change> changes = new ArrayList<>();
        LongStream.rangeClosed(1, tracks).forEach(track -> changes.add(new Change(track, false)));
        changes.add(new Change(2_000, true));
        changes.add(new Change(2_001, true));
        PushQueue untold = new PushQueue(changes);
        while (!untold.isEmpty()) {
            PushQueue.Piece piece = untold.next(PushQueueTest::items);
            pieces++;
            if (piece.items().stream().anyMatch(item -> bad.contains(item.track()))) {
                if (!untold.refused(piece)) {
                    return false;
                }
            } else {
                untold.taken().forEach(item -> refused.add(item.track()));
                piece.items().forEach(item -> assertTrue(told.add(item.track()), "twice"));
                gone.addAll(piece.gone());
            }
        }
        return true;
    }

    private static List<Item> items(List<Long> tracks) {
        return tracks.stream()
                .map(track -> new Item(track, "Song " + track, "{\"id\":%d}".formatted(track), "digest"))
                .toList();
    }
}
