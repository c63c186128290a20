package app.tutti.party.control;

import app.tutti.party.entity.Party;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.Played;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What is to be written down about a party. Confined to its party's lock. */
final class Chronicle {
    private static final long COUNT_EVERY_NANOS = 10_000_000_000L;

    private final Played played = new Played();
    private int counted = -1;
    private long countedNanos;

    /** The number of listeners: when it has changed, and not more often than every ten seconds. */
    Optional<Integer> count(int listeners, long nowNanos) {
        if (counted == listeners || counted >= 0 && nowNanos - countedNanos < COUNT_EVERY_NANOS) {
            return Optional.empty();
        }
        counted = listeners;
        countedNanos = nowNanos;
        return Optional.of(counted);
    }

    /** A track that is only put on and never starts was not played. */
    void hear(Party party) {
        if (party.playing()) {
            party.track().ifPresent(track -> played.heard(track, OffsetDateTime.now()));
        }
    }

    /** The next track to write down, once. */
    Optional<Played.Moment> played() {
        return played.toWrite();
    }

    List<PartyEvent.Heard> last() {
        return played.last();
    }
}
