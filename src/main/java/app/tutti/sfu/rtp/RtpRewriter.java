package app.tutti.sfu.rtp;

/**
 * Joins the streams of successive sources to one: the indices go on by one and the timestamps with the clock, so that
 * a receiver sees no change. Confined to one thread.
 */
public final class RtpRewriter {
    private final int clockRate;
    private long highest;
    private int newestTimestamp;
    private long newestNanos;
    private long firstOfSource;
    private long indexOffset;
    private int timestampOffset;
    private long index;
    private int timestamp;

    /**
     * @param clockRate ticks a second, 48,000 for Opus
     * @param firstIndex below 2^15, so that a receiver that misses a few packets still guesses the rollover counter
     */
    public RtpRewriter(int clockRate, int firstIndex, int firstTimestamp) {
        this.clockRate = clockRate;
        highest = firstIndex - 1L;
        newestTimestamp = firstTimestamp;
    }

    /** Continues with another source, whose first packet this is. */
    public void continueWith(long sourceIndex, int sourceTimestamp, long nowNanos) {
        firstOfSource = sourceIndex;
        indexOffset = highest + 1 - sourceIndex;
        timestampOffset = newestTimestamp + elapsed(nowNanos) - sourceTimestamp;
    }

    /**
     * Maps a packet of the present source; see {@link #index} and {@link #timestamp}. False for a packet from before
     * the source's first: its index belongs to the source before.
     */
    public boolean rewrite(long sourceIndex, int sourceTimestamp, long nowNanos) {
        if (sourceIndex < firstOfSource) {
            return false;
        }
        index = sourceIndex + indexOffset;
        timestamp = sourceTimestamp + timestampOffset;
        if (index > highest) {
            highest = index;
            newestTimestamp = timestamp;
            newestNanos = nowNanos;
        }
        return true;
    }

    /** Rollover counter and sequence number of the packet rewritten last. */
    public long index() {
        return index;
    }

    public int timestamp() {
        return timestamp;
    }

    /** Ticks since the newest packet; a frame of 20 ms at least, and none before the first packet. */
    private int elapsed(long nowNanos) {
        if (newestNanos == 0) {
            return 0;
        }
        long ticks = (nowNanos - newestNanos) / 1000 * clockRate / 1_000_000;
        return (int) Math.max(clockRate / 50, ticks);
    }
}
