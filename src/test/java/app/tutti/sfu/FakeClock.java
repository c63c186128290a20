package app.tutti.sfu;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Goes on only when told to. */
final class FakeClock implements LongSupplier {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

    void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    @Override
    public long getAsLong() {
        return nanos.get();
    }
}
