package app.tutti.platform.launch;

import app.tutti.platform.config.StartStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the terminal every half minute, for as long as the start takes, what it is busy with. */
final class PatienceNote implements AutoCloseable {
    private static final int SECONDS = 30;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("patience").factory());
    private final long begun = System.nanoTime();

    PatienceNote() {
        clock.scheduleAtFixedRate(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void tell() {
        System.out.printf(
                "Tutti is still starting (%d s): it %s.%n",
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
                StartStage.now().words());
    }
}
