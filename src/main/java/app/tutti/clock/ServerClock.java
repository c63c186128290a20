package app.tutti.clock;

import java.util.UUID;

/**
 * The time rooms share: UTC milliseconds that never jump back, because after the start only the monotonic source
 * counts. A new process has a new epoch, by which clients know that their offset is void.
 */
public final class ServerClock {
    private final long startMillis = System.currentTimeMillis();
    private final long startNanos = System.nanoTime();
    private final String epoch = UUID.randomUUID().toString();

    /** UTC in milliseconds, with a fraction. */
    public double now() {
        return startMillis + (System.nanoTime() - startNanos) / 1e6;
    }

    public String epoch() {
        return epoch;
    }
}
