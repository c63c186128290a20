package app.tutti.party.control;

import app.tutti.party.entity.Party;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.Played;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be written down about a party. Confined to its party's lock. */
final class Chronicle {
    private static final long COUNT_EVERY_NANOS = 10_000_000_000L;

    private final Party party;
    private final Played played;
    /** Nobody listens before somebody does: that is not written down. */
    private int counted;

    private boolean everCounted;
    private long countedNanos;

    Chronicle(Party party, List<PartyEvent.Heard> heard) {
        this.party = party;
        played = new Played(heard);
    }

    /** A track that is only put on and never starts was not played. */
    void hear() {
        if (party.playing()) {
            party.track().ifPresent(track -> played.heard(track, OffsetDateTime.now()));
        }
    }

    /** In the order in which they were heard, the last ones. */
    List<PartyEvent.Heard> heard() {
        return played.last();
    }

    /** What is new, once: one track at a time, and the listeners not more often than every ten seconds. */
    List<PartyNews> news(int listeners, long nowNanos) {
        List<PartyNews> news = new ArrayList<>();
        played.toWrite().map(this::news).ifPresent(news::add);
        if (counted != listeners && (!everCounted || nowNanos - countedNanos >= COUNT_EVERY_NANOS)) {
            count(listeners).ifPresent(news::add);
            everCounted = true;
            countedNanos = nowNanos;
        }
        return news;
    }

    /** All that is left, at the end. */
    List<PartyNews> rest(int listeners) {
        List<PartyNews> news = new ArrayList<>();
        for (var next = played.toWrite(); next.isPresent(); next = played.toWrite()) {
            news.add(news(next.get()));
        }
        count(listeners).ifPresent(news::add);
        return news;
    }

    private PartyNews news(Played.Moment moment) {
        return new PartyNews.Played(party.id(), moment.at(), moment.track());
    }

    private Optional<PartyNews> count(int listeners) {
        boolean changed = counted != listeners;
        counted = listeners;
        return changed
                ? Optional.of(new PartyNews.Counted(party.id(), OffsetDateTime.now(), listeners))
                : Optional.empty();
    }
}
