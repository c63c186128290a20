package app.tutti.sfu;

import app.tutti.sfu.rtp.RtpPacket;
import app.tutti.sfu.rtp.RtpRewriter;
import java.util.List;

/**
 * The one stream a router sends, whichever producer it comes from. The producer made last is heard as soon as it
 * sends; those before it are not heard again. Confined to the receive thread.
 */
final class OutgoingStream {
    private final StreamIdentity identity;
    private final RtpRewriter rewriter;
    private final List<Shard> shards;
    private final List<Audience> audiences;
    private RtpReceiver source;
    private int sourceSsrc;

    OutgoingStream(StreamIdentity identity, RtpRewriter rewriter, List<Shard> shards) {
        this.identity = identity;
        this.rewriter = rewriter;
        this.shards = shards;
        audiences = shards.stream().map(shard -> new Audience()).toList();
    }

    StreamIdentity identity() {
        return identity;
    }

    /** The listeners within a shard. Any thread. */
    Audience audience(int shard) {
        return audiences.get(shard);
    }

    /** False for a packet of a producer that another has followed. */
    boolean relay(RtpReceiver from, RtpPacket packet, byte[] bytes, long index, long nowNanos) {
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
            shards.get(i).relay(audience, packet, bytes, rewriter.index(), rewriter.timestamp(), nowNanos);
        }
        return true;
    }
}
