package app.tutti.catalog.federation.control;

import app.tutti.catalog.federation.control.OutgoingTracks.Change;
import app.tutti.catalog.federation.control.OutgoingTracks.Item;
import app.tutti.catalog.federation.entity.PushedBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a public server has yet to be told, in pieces. One that it refuses is halved until the track is found that it does
 * not take.
 */
public final class PushQueue {
    /** Half of what is taken, and the largest track is far smaller than the other half. */
    private static final int LARGEST_PIECE = 512 * 1024;

    /** After so many, and nothing that is taken between them, it is not the tracks. */
    private static final int MOST_REFUSED = 500;

    private final Deque<Change> left;
    private int most = PushedBatch.MOST_TRACKS;

    /** Since something was taken. */
    private final List<Item> refused = new ArrayList<>();

    /** What there is and what there is not any more. */
    record Piece(List<Item> items, List<Long> gone) {
        byte[] json(long from, boolean last, String coversAfter) {
            return "{\"from\":%d,\"last\":%b,\"coversAfter\":\"%s\",\"tracks\":[%s],\"gone\":[%s]}"
                    .formatted(
                            from,
                            last,
                            coversAfter,
                            items.stream().map(Item::item).collect(Collectors.joining(",")),
                            gone.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    PushQueue(Collection<Change> changes) {
        left = new ArrayDeque<>(changes);
    }

    int size() {
        return left.size();
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    /** As much as fits; takes it from what is left. */
    Piece next(Function<List<Long>, List<Item>> asItems) {
        List<Long> wanted = new ArrayList<>();
        while (!left.isEmpty() && !left.peek().gone() && wanted.size() < most) {
            wanted.add(left.remove().track());
        }
        List<Item> found = asItems.apply(wanted);
        List<Item> items = found.subList(0, fitting(found));
        putBack(found.subList(items.size(), found.size()));
        List<Long> gone = new ArrayList<>();
        while (!left.isEmpty() && left.peek().gone() && gone.size() < PushedBatch.MOST_GONE) {
            gone.add(left.remove().track());
        }
        return new Piece(items, gone);
    }

    /** It takes the piece, and with it what was refused just before is known to be refused for what it is. */
    List<Item> taken() {
        grow();
        List<Item> known = List.copyOf(refused);
        refused.clear();
        return known;
    }

    /**
     * It does not take the piece: what is told next is less of it, or what follows the one track that it was.
     *
     * @return false when there is nothing else to try
     */
    boolean refused(Piece piece) {
        for (Long track : piece.gone().reversed()) {
            left.addFirst(new Change(track, true));
        }
        if (piece.items().size() == 1) {
            refused.add(piece.items().getFirst());
            grow();
        } else {
            putBack(piece.items());
            most = piece.items().size() / 2;
        }
        return !piece.items().isEmpty() && refused.size() < MOST_REFUSED;
    }

    private void grow() {
        most = Math.min(2 * most, PushedBatch.MOST_TRACKS);
    }

    private void putBack(List<Item> items) {
        for (Item item : items.reversed()) {
            left.addFirst(new Change(item.track(), false));
        }
    }

    /** How many of the first; at least one. */
    private static int fitting(List<Item> items) {
        int bytes = 0;
        for (int count = 0; count < items.size(); count++) {
            bytes += items.get(count).item().getBytes(StandardCharsets.UTF_8).length;
            if (count > 0 && bytes > LARGEST_PIECE) {
                return count;
            }
        }
        return items.size();
    }
}
