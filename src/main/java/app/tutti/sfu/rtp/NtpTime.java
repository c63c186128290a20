package app.tutti.sfu.rtp;

/** Wall clock time as RTCP tells it (RFC 3550 §4). */
public final class NtpTime {
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

    private NtpTime() {}

    /** Seconds since 1900 in the upper 32 bits, fractions of a second in the lower. */
    public static long of(long epochNanos) {
        long seconds = Math.floorDiv(epochNanos, 1_000_000_000L);
        long fraction = (Math.floorMod(epochNanos, 1_000_000_000L) << 32) / 1_000_000_000L;
        return seconds + SECONDS_1900_TO_1970 << 32 | fraction;
    }
}
