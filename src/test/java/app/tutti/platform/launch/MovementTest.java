package app.tutti.platform.launch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MovementTest {
    private final AtomicLong work = new AtomicLong();
    private final Movement movement = new Movement(work::get, 0);

    @Test
    void aSlowStartGoesOnForAsLongAsItWorks() {
        for (int minute = 1; minute <= 60; minute++) {
            work.addAndGet(TimeUnit.MILLISECONDS.toNanos(300));
            assertTrue(movement.goesOn(TimeUnit.MINUTES.toNanos(minute)), "after minutes: " + minute);
        }
    }

    @Test
    void aStartThatStandsStillIsGivenUpAfterFiveMinutes() {
        work.set(TimeUnit.SECONDS.toNanos(2));
        assertTrue(movement.goesOn(TimeUnit.MINUTES.toNanos(1)));
        assertTrue(movement.goesOn(TimeUnit.MINUTES.toNanos(5)));
        assertFalse(movement.goesOn(TimeUnit.MINUTES.toNanos(6)));
    }
}
