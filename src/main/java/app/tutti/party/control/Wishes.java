package app.tutti.party.control;

import app.tutti.catalog.library.entity.TrackRow;
import app.tutti.party.entity.PartyEvent;
import app.tutti.room.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/** The tracks that listeners ask for, until the host answers. Confined to its party's lock. */
final class Wishes {
    private static final int MOST = 100;
    private static final int MOST_NAMES = 20;

    private static final class Wish {
        private final TrackRow track;
        /** Who has left is not kept for a wish. */
        private final Map<Member, String> by = new WeakHashMap<>();

        private int times;

        Wish(TrackRow track) {
            this.track = track;
        }

        boolean isNewFrom(Member listener, String name) {
            boolean isNew = by.put(listener, name) == null;
            times += isNew ? 1 : 0;
            return isNew;
        }

        PartyEvent.TrackRequested told() {
            return new PartyEvent.TrackRequested(
                    String.valueOf(track.id()),
                    track.title(),
                    track.artistName(),
                    Optional.ofNullable(track.cover()).map("/covers/%s-96"::formatted),
                    times,
                    by.values().stream()
                            .filter(name -> !name.isEmpty())
                            .limit(MOST_NAMES)
                            .toList());
        }
    }

    private final Map<String, Wish> open = new LinkedHashMap<>();

    /** What to tell the host; nothing when the same listener asks for the same again. */
    Optional<PartyEvent.TrackRequested> add(TrackRow track, Member listener, String name) {
        Wish wish = open.get(String.valueOf(track.id()));
        if (wish == null) {
            if (open.size() >= MOST) {
                throw Refusals.tooMany();
            }
            wish = new Wish(track);
            open.put(String.valueOf(track.id()), wish);
        }
        return wish.isNewFrom(listener, name) ? Optional.of(wish.told()) : Optional.empty();
    }

    /** Whom to tell that it was answered. */
    Set<Member> answered(String trackId) {
        Wish wish = open.remove(trackId);
        return wish == null ? Set.of() : Set.copyOf(wish.by.keySet());
    }

    Optional<String> title(String trackId) {
        return Optional.ofNullable(open.get(trackId)).map(wish -> wish.track.title());
    }

    List<PartyEvent.TrackRequested> all() {
        return open.values().stream().map(Wish::told).toList();
    }
}
