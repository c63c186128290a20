package app.tutti.sfu.rtp;

/**
 * Which packets of a source have not come, and when to ask for them (again). Asked for as soon as a later one shows
 * the gap, then once a round trip. Confined to one thread.
 */
public final class MissingPackets {
    /** As far back as the replay window lets a packet in (RFC 3711 §3.3.2); after a longer gap there is no music to mend. */
    public static final int MOST = 63;

    private static final int TRIES = 5;
    private static final long FIRST_ROUND_TRIP_NANOS = 100_000_000;
    private static final long SHORTEST_PAUSE_NANOS = 20_000_000;

    private final long[] indices = new long[MOST];
    private final long[] askedNanos = new long[MOST];
    private final int[] tries = new int[MOST];
    private int count;
    private int ssrc;
    private long highest = -1;
    private long roundTripNanos = FIRST_ROUND_TRIP_NANOS;

    /** Notes an authentic packet. Another SSRC than before begins anew. */
    public void received(int ssrc, long index, long nowNanos) {
        if (highest < 0 || ssrc != this.ssrc) {
            this.ssrc = ssrc;
            highest = index;
            count = 0;
        } else if (index > highest) {
            missed(index);
            highest = index;
            forgetOlderThan(highest - MOST);
        } else {
            cameLate(index, nowNanos);
        }
    }

    /** The source whose packets these are. */
    public int ssrc() {
        return ssrc;
    }

    public int count() {
        return count;
    }

    /**
     * Takes what is to be asked for now, and counts that as asked.
     *
     * @param to has room for {@link #MOST}
     * @return how many
     */
    public int due(long[] to, long nowNanos) {
        int due = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean ask = tries[i] == 0 || nowNanos - askedNanos[i] >= pauseNanos();
            if (ask && tries[i] == TRIES) {
                continue;
            }
            if (ask) {
                to[due++] = indices[i];
                tries[i]++;
                askedNanos[i] = nowNanos;
            }
            move(i, kept++);
        }
        count = kept;
        return due;
    }

    private void missed(long index) {
        for (long missing = Math.max(highest + 1, index - MOST); missing < index; missing++) {
            if (count == MOST) {
                remove(0);
            }
            indices[count] = missing;
            tries[count++] = 0;
        }
    }

    private void cameLate(long index, long nowNanos) {
        for (int i = 0; i < count; i++) {
            if (indices[i] == index) {
                // After a second request nobody knows which of the two was answered.
                if (tries[i] == 1) {
                    roundTripNanos += (nowNanos - askedNanos[i] - roundTripNanos) / 4;
                }
                remove(i);
                return;
            }
        }
    }

    private void forgetOlderThan(long index) {
        while (count > 0 && indices[0] < index) {
            remove(0);
        }
    }

    /** Packets come every 20 ms and their arrival is when we look, so the pause is rather half of that longer. */
    private long pauseNanos() {
        return Math.max(SHORTEST_PAUSE_NANOS, roundTripNanos + roundTripNanos / 4);
    }

    private void remove(int place) {
        count--;
        for (int i = place; i < count; i++) {
            move(i + 1, i);
        }
    }

    private void move(int from, int to) {
        indices[to] = indices[from];
        askedNanos[to] = askedNanos[from];
        tries[to] = tries[from];
    }
}
