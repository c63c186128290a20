package app.tutti.sfu;

import app.tutti.sfu.rtp.RtpPacket;
import app.tutti.sfu.rtp.RtpRewriter;
import java.util.List;

/**
 * The one stream a router sends, whichever producer it comes from. The producer made last is heard as soon as it
 * sends; those before it are not heard again. Confined to the receive thread.
 */
final class OutgoingStream {
    /** So many listeners are served within half a millisecond or so. */
    private static final int SMALL = 150;

    private final StreamIdentity identity;
    private final RtpRewriter rewriter;
    private final List<Shard> shards;
    private final int home;
    private final List<Audience> audiences;
    private RtpReceiver source;
    private int sourceSsrc;

    OutgoingStream(StreamIdentity identity, RtpRewriter rewriter, List<Shard> shards, int home) {
        this.identity = identity;
        this.rewriter = rewriter;
        this.shards = shards;
        this.home = home;
        audiences = shards.stream().map(shard -> new Audience()).toList();
    }

    /**
     * One shard alone serves a small party: waking up another costs more than it would bring, and it may have a party
     * of its own. Any thread.
     */
    int shardForOneMore() {
        int least = home;
        for (int i = 0; i < audiences.size(); i++) {
            int shard = (home + i) % audiences.size();
            if (audiences.get(shard).size() < SMALL) {
                return shard;
            }
            if (audiences.get(shard).size() < audiences.get(least).size()) {
                least = shard;
            }
        }
        return least;
    }

    StreamIdentity identity() {
        return identity;
    }

    /** The listeners within a shard. Any thread. */
    Audience audience(int shard) {
        return audiences.get(shard);
    }

    /**
     * False for a packet of a producer that another has followed.
     *
     * @param primary where in the payload the frame of plain Opus begins
     */
    boolean relay(RtpReceiver from, RtpPacket packet, byte[] bytes, int primary, long index, long nowNanos) {
        if (from != source || packet.ssrc() != sourceSsrc) {
            if (source != null && from.number() < source.number()) {
                return false;
            }
            source = from;
            sourceSsrc = packet.ssrc();
            rewriter.continueWith(index, packet.timestamp(), nowNanos);
        }
        if (!rewriter.rewrite(index, packet.timestamp(), nowNanos)) {
            return false;
        }
        for (int i = 0; i < shards.size(); i++) {
            Audience audience = audiences.get(i);
            if (audience.isEmpty()) {
                continue;
            }
            shards.get(i).relay(audience, packet, bytes, primary, rewriter.index(), rewriter.timestamp(), nowNanos);
        }
        return true;
    }

    /** A packet without a frame goes to nobody, and leaves no gap that would look like a loss. */
    void leaveOut(RtpReceiver from, RtpPacket packet, long index) {
        if (from == source && packet.ssrc() == sourceSsrc) {
            rewriter.leaveOut(index);
        }
    }
}
