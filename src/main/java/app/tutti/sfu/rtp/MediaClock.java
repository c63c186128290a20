package app.tutti.sfu.rtp;

/**
 * Which instant of ours a stream's timestamps stand for: that of the earliest arrival, which the network delayed
 * least. Drifts a little so that it can follow a source whose clock is slower than ours. Confined to one thread.
 */
public final class MediaClock {
    /** Nanoseconds a second: more than two quartzes differ by. */
    private static final long DRIFT = 200_000;

    private final int clockRate;
    private boolean set;
    private int timestamp;
    private long nanos;

    public MediaClock(int clockRate) {
        this.clockRate = clockRate;
    }

    /** Notes that a packet with this timestamp came at this instant. */
    public void arrived(int timestamp, long nowNanos) {
        long predicted = nanos + nanos(timestamp - this.timestamp);
        predicted += (nowNanos - nanos) / 1_000_000_000 * DRIFT;
        if (set && nowNanos > predicted && nowNanos - predicted < 1_000_000_000) {
            return;
        }
        set = true;
        this.timestamp = timestamp;
        nanos = nowNanos;
    }

    /** False before the first packet. */
    public boolean set() {
        return set;
    }

    /** The timestamp that belongs to this instant. */
    public int timestamp(long nowNanos) {
        return timestamp + (int) ((nowNanos - nanos) / 1000 * clockRate / 1_000_000);
    }

    private long nanos(int ticks) {
        return ticks * 1_000_000_000L / clockRate;
    }
}
