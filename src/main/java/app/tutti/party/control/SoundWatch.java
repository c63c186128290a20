package app.tutti.party.control;

import app.tutti.sfu.Producer;

/**
 * Whether sound comes from the host's page. A browser sends packets all the time while music plays; one that is cut off
 * stops at once, long before its socket is known to be dead. Confined to its party's lock.
 */
final class SoundWatch {
    private static final long CUT_OFF_AFTER_NANOS = 2_000_000_000L;

    private Producer producer;
    private long packets;
    private long cameNanos;
    private boolean cutOff;

    /** Another one sends from here on, once it does. */
    void follow(Producer next) {
        producer = next;
        packets = 0;
    }

    /** With another page. @param waits for a tap: until sound comes it is as good as cut off */
    void startAgain(boolean waits) {
        producer = null;
        packets = 0;
        cutOff = waits;
    }

    boolean isCutOff() {
        return cutOff;
    }

    /** Somebody else is told about. */
    void forget() {
        cutOff = false;
    }

    /**
     * Looks again.
     *
     * @param playing whether there should be sound
     * @return whether {@link #isCutOff()} is another than before
     */
    boolean hasChanged(boolean playing, long nowNanos) {
        boolean before = cutOff;
        long now = producer == null ? 0 : producer.framesIn();
        if (now != packets || !playing) {
            packets = now;
            cameNanos = nowNanos;
            cutOff = cutOff && now == 0;
        } else if (packets > 0 && nowNanos - cameNanos > CUT_OFF_AFTER_NANOS) {
            cutOff = true;
        }
        return cutOff != before;
    }
}
