package app.tutti.party.entity;

/**
 * How much music the host's page puts in a packet: more when many listen, which is a third of the packets for the same
 * music and 40 ms later. Confined to the lock of whoever holds it. Times are {@code System.nanoTime()}.
 */
public final class Economy {
    public static final int USUAL_MILLIS = 20;
    public static final int LARGE_MILLIS = 60;

    /** So much of the number where it begins must be left for it to end. */
    private static final double ENDS_BELOW = 0.8;

    /** Every change costs the host's page a negotiation: a crowd at the number makes few of them. */
    private static final long SHORTEST_NANOS = 10_000_000_000L;

    private final int from;
    private boolean large;
    private boolean changed;
    private long changedNanos;

    /** @param from how many listeners are many */
    public Economy(int from) {
        this.from = from;
    }

    /** What holds at present, milliseconds. */
    public int frameMillis() {
        return large ? LARGE_MILLIS : USUAL_MILLIS;
    }

    /** What holds with so many listeners, milliseconds. */
    public int frameMillis(int listeners, long nowNanos) {
        boolean wanted = large ? listeners >= from * ENDS_BELOW : listeners >= from;
        if (wanted != large && (!changed || nowNanos - changedNanos >= SHORTEST_NANOS)) {
            large = wanted;
            changed = true;
            changedNanos = nowNanos;
        }
        return frameMillis();
    }
}
