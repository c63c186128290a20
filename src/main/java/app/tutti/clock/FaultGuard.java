package app.tutti.clock;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs work that others depend on, so that whatever goes wrong in one step stops neither the steps after it nor the timer
 * that comes again. What went wrong is counted by the guard's name, and logged the first, second, fourth, eighth … time:
 * a step that fails four times a second fills no disk.
 */
public final class FaultGuard {
    private static final System.Logger LOG = System.getLogger(FaultGuard.class.getName());
    private static final Map<String, AtomicLong> FAULTS = new ConcurrentHashMap<>();

    private final String name;
    private final AtomicLong faults;

    /** @param name for the log and the metrics: lower case, words joined by hyphens; guards of one name count together */
    public FaultGuard(String name) {
        this.name = name;
        faults = FAULTS.computeIfAbsent(name, unknown -> new AtomicLong());
    }

    /** @param <X> what it may throw to be caught by the caller: an interruption, not a fault */
    public interface Step<X extends Exception> {
        void run() throws X;
    }

    /** @throws X that the step declares */
    @SuppressWarnings("checkstyle:IllegalCatch") // A timer forgets work that throws anything at all, errors too.
    public <X extends Exception> void run(Step<X> step) throws X {
        try {
            step.run();
        } catch (RuntimeException | Error fault) {
            count(fault);
        }
    }

    public long faults() {
        return faults.get();
    }

    /** How often what went wrong, since the start, for every guard there is. */
    public static Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        FAULTS.forEach((name, faults) -> all.put(name, faults.get()));
        return all;
    }

    private void count(Throwable fault) {
        long times = faults.incrementAndGet();
        if (Long.bitCount(times) == 1) {
            LOG.log(System.Logger.Level.ERROR, "%s failed (times so far: %d)".formatted(name, times), fault);
        }
    }
}
