package app.tutti.platform.launch;

import app.tutti.platform.config.StartedDatabase;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Whether a start that takes long still does something. A slow or busy machine gives it little time, but some; one that
 * waits for ever takes none.
 */
final class Movement {
    private static final long STANDS_STILL_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long LEAST_WORK_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier workNanos;
    private long work;
    private long since;

    Movement(LongSupplier workNanos, long nowNanos) {
        this.workNanos = workNanos;
        this.work = workNanos.getAsLong();
        this.since = nowNanos;
    }

    static Movement ofThisProcess() {
        return new Movement(Movement::ourWork, System.nanoTime());
    }

    /** False after five minutes in which it has not worked for a second, all in all. */
    boolean goesOn(long nowNanos) {
        long now = workNanos.getAsLong();
        if (now - work >= LEAST_WORK_NANOS) {
            work = now;
            since = nowNanos;
        }
        return nowNanos - since < STANDS_STILL_NANOS;
    }

    private static long ourWork() {
        long java =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        long database = StartedDatabase.process()
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(each -> each.info()
                                .totalCpuDuration()
                                .map(Duration::toNanos)
                                .orElse(0L))
                        .sum())
                .orElse(0L);
        return java + database;
    }
}
