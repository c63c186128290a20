package app.tutti.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void theTimerStops() {
        timer.shutdownNow();
    }

    @Test
    void aTaskThatFailsComesAgainWhateverItThrows() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(4);
        Runnable failing = () -> {
            turns.countDown();
            if (turns.getCount() % 2 == 0) {
                throw new IllegalArgumentException("on purpose");
            }
            throw new AssertionError("on purpose");
        };
        try (PeriodicTask task = PeriodicTask.start("test-task", Duration.ofMillis(1), timer, failing)) {
            assertTrue(turns.await(10, TimeUnit.SECONDS), "a timer of Java's own would have forgotten it");
        }
        assertTrue(FaultGuard.all().get("test-task") >= 3, "and each failure is counted");
    }

    @Test
    void oneStepsFaultIsNotTheNextOnes() throws InterruptedException {
        FaultGuard guard = new FaultGuard("test-steps");
        int[] ran = {0};
        for (int step = 0; step < 3; step++) {
            boolean fails = step == 1;
            guard.run(() -> {
                ran[0]++;
                if (fails) {
                    throw new IllegalStateException("on purpose");
                }
            });
        }
        assertEquals(3, ran[0]);
        assertEquals(1, guard.faults());
    }
}
