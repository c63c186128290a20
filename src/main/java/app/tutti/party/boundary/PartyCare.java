package app.tutti.party.boundary;

import app.tutti.party.control.Parties;
import app.tutti.party.control.PartySettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks after the parties four times a second, for as long as the application runs. Where parties are off, nobody asks
 * for them, and the relay, which is made when it is first asked for, opens no port.
 */
@Singleton
@Startup
public class PartyCare {
    private static final System.Logger LOG = System.getLogger(PartyCare.class.getName());
    /** A party that was left for longer than it waits for its host does not go on; this is how exactly that is known. */
    private static final int NOTE_SECONDS = 20;

    @Inject
    Parties parties;

    @Inject
    PartySettings settings;

    @Inject
    PartyHistory history;

    @Resource
    ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> rounds;
    private ScheduledFuture<?> notes;

    @PostConstruct
    void start() {
        List<PartyHistory.Left> left = history.leftOpen(OffsetDateTime.now(), settings.grace());
        if (settings.enabled()) {
            left.forEach(each -> parties.restore(each.party(), each.heard()));
            rounds = timer.scheduleAtFixedRate(
                    () -> parties.lookAfter(System.nanoTime()), 250, 250, TimeUnit.MILLISECONDS);
            notes = timer.scheduleAtFixedRate(this::note, NOTE_SECONDS, NOTE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A task that fails once would not be run again. */
    private void note() {
        try {
            Set<UUID> live = parties.ids();
            if (!live.isEmpty()) {
                history.seen(live, OffsetDateTime.now());
            }
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "Nobody wrote down that the parties are on", away);
        }
    }

    @PreDestroy
    void stop() {
        Stream.of(rounds, notes).filter(Objects::nonNull).forEach(task -> task.cancel(false));
    }
}
