package app.tutti.party.boundary;

import app.tutti.clock.PeriodicTask;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartyHistory;
import app.tutti.party.control.PartySettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks after the parties four times a second, for as long as the application runs. Where parties are off, nobody asks
 * for them, and the relay, which is made when it is first asked for, opens no port.
 */
@Singleton
@Startup
public class PartyCare {
    static final Duration ROUND = Duration.ofMillis(250);
    /** A party that was left for longer than it waits for its host does not go on; this is how exactly that is known. */
    static final Duration NOTE = Duration.ofSeconds(20);

    @Inject
    Parties parties;

    @Inject
    PartySettings settings;

    @Inject
    PartyHistory history;

    @Resource
    ManagedScheduledExecutorService timer;

    private PeriodicTask rounds;
    private PeriodicTask notes;

    @PostConstruct
    void start() {
        List<PartyHistory.Left> left = history.leftOpen(OffsetDateTime.now(), settings.grace());
        if (settings.enabled()) {
            left.forEach(each -> parties.restore(each.party(), each.heard()));
            rounds = PeriodicTask.start("party-rounds", ROUND, timer, () -> parties.lookAfter(System.nanoTime()));
            notes = PeriodicTask.start("party-notes", NOTE, timer, this::note);
        }
    }

    private void note() {
        Set<UUID> live = parties.ids();
        if (!live.isEmpty()) {
            history.seen(live, OffsetDateTime.now());
        }
    }

    @PreDestroy
    void stop() {
        Stream.of(rounds, notes).filter(Objects::nonNull).forEach(PeriodicTask::close);
    }
}
