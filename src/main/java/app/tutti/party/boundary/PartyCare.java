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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the parties four times a second, for as long as the application runs. Where parties are off, nobody asks
 * for them, and the relay, which is made when it is first asked for, opens no port.
 */
@Singleton
@Startup
public class PartyCare {
    @Inject
    Parties parties;

    @Inject
    PartySettings settings;

    @Inject
    PartyHistory history;

    @Resource
    ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> rounds;

    @PostConstruct
    void start() {
        history.closeLeftOpen(OffsetDateTime.now());
        if (settings.enabled()) {
            rounds = timer.scheduleAtFixedRate(
                    () -> parties.lookAfter(System.nanoTime()), 250, 250, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }
}
