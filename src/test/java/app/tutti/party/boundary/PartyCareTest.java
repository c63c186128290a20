package app.tutti.party.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.clock.FaultGuard;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartyHistory;
import app.tutti.party.control.PartySettings;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartyCareTest {
    private final List<Runnable> scheduled = new ArrayList<>();
    private int rounds;
    private int notes;

    @Test
    void neitherARoundNorANoteThatFailsIsTheLast() {
        care().start();
        assertEquals(2, scheduled.size(), "rounds and notes");
        long before = faults("party-rounds") + faults("party-notes");
        scheduled.forEach(Runnable::run);
        scheduled.forEach(Runnable::run);
        assertEquals(2, rounds);
        assertEquals(2, notes);
        assertEquals(before + 4, faults("party-rounds") + faults("party-notes"));
    }

    private PartyCare care() {
        PartyCare care = new PartyCare();
        care.parties = new Parties() {
            @Override
            public void lookAfter(long nowNanos) {
                rounds++;
                throw new IllegalArgumentException("on purpose");
            }

            @Override
            public Set<UUID> ids() {
                return Set.of(UUID.randomUUID());
            }
        };
        care.history = new PartyHistory() {
            @Override
            public void seen(Set<UUID> parties, OffsetDateTime now) {
                notes++;
                throw new IllegalStateException("the database is away");
            }

            @Override
            public List<Left> leftOpen(OffsetDateTime now, Duration grace) {
                return List.of();
            }
        };
        care.settings = new PartySettings() {
            @Override
            public boolean enabled() {
                return true;
            }
        };
        care.timer = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                PartyCareTest.class.getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (timer, method, arguments) -> {
                    assertTrue(method.getName().equals("scheduleAtFixedRate"), method.getName());
                    scheduled.add((Runnable) arguments[0]);
                    return null;
                });
        return care;
    }

    private static long faults(String name) {
        return FaultGuard.all().getOrDefault(name, 0L);
    }
}
