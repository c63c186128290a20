package app.tutti.sfu.rtp;

/**
 * Joins the streams of successive sources to one: the indices go on by one and the timestamps with the clock, so that
 * a receiver sees no change. Confined to one thread.
 */
public final class RtpRewriter {
    private static final int LONGEST_FRAME_MILLIS = 120;

    private final int clockRate;
    private long highest;
    private int newestTimestamp;
    private long newestNanos;
    private int frame;
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
        frame = clockRate / 50;
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
        if (index == highest + 1 && sourceIndex > firstOfSource) {
            measureFrame(timestamp - newestTimestamp);
        }
        if (index > highest) {
            highest = index;
            newestTimestamp = timestamp;
            newestNanos = nowNanos;
        }
        return true;
    }

    /**
     * A packet of the present source is not passed on: when it is the next in line, the one after it gets its number.
     * Whatever is older and comes later is not taken then, for no number may be given twice.
     */
    public void leaveOut(long sourceIndex) {
        if (sourceIndex >= firstOfSource && sourceIndex + indexOffset == highest + 1) {
            indexOffset--;
            firstOfSource = sourceIndex + 1;
        }
    }

    /** Rollover counter and sequence number of the packet rewritten last. */
    public long index() {
        return index;
    }

    public int timestamp() {
        return timestamp;
    }

    /** What lies between two packets in a row is how long the first of them lasts: up to 120 ms (RFC 7587 §4.2). */
    private void measureFrame(int ticks) {
        if (ticks > 0 && ticks <= clockRate / 1000 * LONGEST_FRAME_MILLIS) {
            frame = ticks;
        }
    }

    /** Ticks since the newest packet; as many as it lasts at least, and none before the first packet. */
    private int elapsed(long nowNanos) {
        if (newestNanos == 0) {
            return 0;
        }
        long ticks = (nowNanos - newestNanos) / 1000 * clockRate / 1_000_000;
        return (int) Math.max(frame, ticks);
    }
}
