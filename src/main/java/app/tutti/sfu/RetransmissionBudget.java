package app.tutti.sfu;

import java.util.Arrays;

/**
 * What one listener may have sent again: each packet a few times, and all together a share of what it is sent, so that
 * nobody makes us send much by asking for it. Confined to the shard's thread.
 */
final class RetransmissionBudget {
    /** A packet for so many that were sent: 25 %. Who loses more than that has no use for the rest. */
    private static final int SHARE = 4;

    /** A second and more of music at once, as when a phone changes its antenna. */
    private static final int BURST = 64;

    private static final int TRIES = 3;

    /** A request repeated sooner than this was sent before the answer could have come. */
    private static final long PAUSE_NANOS = 20_000_000;

    private final long[] indices = new long[PacketHistory.CAPACITY];
    private final long[] triedNanos = new long[PacketHistory.CAPACITY];
    private final byte[] tries = new byte[PacketHistory.CAPACITY];
    private int credit = BURST;
    private long packetsCounted;

    RetransmissionBudget() {
        Arrays.fill(indices, -1);
    }

    /** @param packetsSent to the listener since it came */
    boolean admits(long index, long packetsSent, long nowNanos) {
        earn(packetsSent);
        int place = (int) index & PacketHistory.CAPACITY - 1;
        if (indices[place] != index) {
            indices[place] = index;
            tries[place] = 0;
        }
        boolean soon = tries[place] > 0 && nowNanos - triedNanos[place] < PAUSE_NANOS;
        if (credit == 0 || soon || tries[place] == TRIES) {
            return false;
        }
        credit--;
        tries[place]++;
        triedNanos[place] = nowNanos;
        return true;
    }

    private void earn(long packetsSent) {
        long earned = (packetsSent - packetsCounted) / SHARE;
        packetsCounted += earned * SHARE;
        credit = (int) Math.min(BURST, credit + earned);
    }
}
