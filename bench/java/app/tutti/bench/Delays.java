package app.tutti.bench;

/** Counts delays in steps of 10 µs up to 2 s. One writer. */
final class Delays {
    private static final int STEP_NANOS = 10_000;
    private final long[] counts = new long[200_000];

    void add(long nanos) {
        counts[(int) Math.clamp(nanos / STEP_NANOS, 0, counts.length - 1)]++;
    }

    void clear() {
        java.util.Arrays.fill(counts, 0);
    }

    double millis(double quantile) {
        long all = java.util.stream.LongStream.of(counts).sum();
        long rank = (long) Math.ceil(quantile * all);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank && seen > 0) {
                return (i + 1) * (STEP_NANOS / 1e6);
            }
        }
        return Double.NaN;
    }
}
