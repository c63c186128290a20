package app.tutti.sfu.srtp;

/** The packet indices seen lately (RFC 3711 §3.3.2): the highest, and a bit for each of the 63 before it. */
final class ReplayWindow {
    private static final int SIZE = Long.SIZE;

    private long highest = -1;
    private long seen;

    /** The highest index recorded, or -1 when there is none. */
    long highest() {
        return highest;
    }

    /** False for an index that was recorded before, or is too old to tell. */
    boolean admits(long index) {
        if (index > highest) {
            return true;
        }
        long age = highest - index;
        return age < SIZE && (seen >>> age & 1) == 0;
    }

    /** To be called for authentic packets only, or a forger could close the window. */
    void record(long index) {
        if (index > highest) {
            long step = index - highest;
            seen = step < SIZE ? seen << step | 1 : 1;
            highest = index;
        } else {
            seen |= 1L << highest - index;
        }
    }
}
