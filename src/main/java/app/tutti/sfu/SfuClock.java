package app.tutti.sfu;

import java.util.function.LongSupplier;

/** One clock for everything a relay times, told the time of day once. */
final class SfuClock {
    private final LongSupplier nanos;
    private final long startNanos;
    private final long startEpochNanos = System.currentTimeMillis() * 1_000_000;

    SfuClock(LongSupplier nanos) {
        this.nanos = nanos;
        startNanos = nanos.getAsLong();
    }

    long nanos() {
        return nanos.getAsLong();
    }

    /** The time of day in nanoseconds since 1970 that belongs to an instant of this clock. */
    long epochNanos(long nanos) {
        return startEpochNanos + nanos - startNanos;
    }
}
