package app.tutti.clock;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work that comes again and again until it is closed, whatever goes wrong in it; see {@link FaultGuard}. */
public final class PeriodicTask implements AutoCloseable {
    private final Future<?> turns;

    private PeriodicTask(Future<?> turns) {
        this.turns = turns;
    }

    /** @param name as {@link FaultGuard} has it */
    public static PeriodicTask start(String name, Duration every, ScheduledExecutorService timer, Runnable work) {
        FaultGuard guard = new FaultGuard(name);
        long nanos = every.toNanos();
        return new PeriodicTask(
                timer.scheduleAtFixedRate(() -> guard.run(work::run), nanos, nanos, TimeUnit.NANOSECONDS));
    }

    /** A turn that has begun ends in peace. */
    @Override
    public void close() {
        turns.cancel(false);
    }
}
