package app.tutti.catalog.covers.control;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Spares a server that has failed, and everybody who would wait for it: until it answers, one asks now and then. */
public final class CircuitBreaker {
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private boolean lasts;
    private long nextTry;

    CircuitBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether the server may be asked now; while the outage lasts, the one who may is its next try. */
    synchronized boolean permits() {
        if (!lasts) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (now - nextTry < 0) {
            return false;
        }
        nextTry = now + PAUSE.toNanos();
        return true;
    }

    /** Returns whether it has begun with this. */
    synchronized boolean failed() {
        boolean begins = !lasts;
        lasts = true;
        nextTry = nanoTime.getAsLong() + PAUSE.toNanos();
        return begins;
    }

    /** Returns whether it has ended with this. */
    synchronized boolean answered() {
        boolean ends = lasts;
        lasts = false;
        return ends;
    }
}
