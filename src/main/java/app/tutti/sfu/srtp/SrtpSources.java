package app.tutti.sfu.srtp;

/**
 * The sources that a peer has sent from, the one heard last first. There is room for a few; the next takes the place of
 * the one that was silent for longest. Confined to one thread.
 */
final class SrtpSources {
    /**
     * A peer sends one stream and may change its SSRC now and then; RTCP may have one of its own. What is forgotten could
     * be replayed, so it is many changes until then.
     */
    static final int MOST = 64;

    private final SrtpSource[] sources = new SrtpSource[MOST];
    private int count;

    /** The source if it is known; otherwise another one, which is not remembered before it is heard. */
    SrtpSource of(int ssrc) {
        int place = place(ssrc);
        return place < count ? sources[place] : new SrtpSource(ssrc);
    }

    /** An authentic packet of this source has come. */
    void heard(SrtpSource source) {
        if (count > 0 && sources[0] == source) {
            return;
        }
        int place = place(source.ssrc);
        if (place == count && count < MOST) {
            count++;
        }
        int freed = Math.min(place, MOST - 1);
        System.arraycopy(sources, 0, sources, 1, freed);
        sources[0] = source;
    }

    /** Goes next; its packets are still known, so that nobody can send them again. */
    void left(int ssrc) {
        int place = place(ssrc);
        if (place < count) {
            SrtpSource source = sources[place];
            System.arraycopy(sources, place + 1, sources, place, count - 1 - place);
            sources[count - 1] = source;
        }
    }

    /** Where it stands, or the number of sources where it does not. */
    private int place(int ssrc) {
        for (int i = 0; i < count; i++) {
            if (sources[i].ssrc == ssrc) {
                return i;
            }
        }
        return count;
    }
}
