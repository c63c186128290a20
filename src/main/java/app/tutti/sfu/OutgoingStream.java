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
    private final Counters counters;
    private RtpReceiver source;
    private int sourceSsrc;

    OutgoingStream(StreamIdentity identity, RtpRewriter rewriter, List<Shard> shards, Counters counters) {
        this.identity = identity;
        this.rewriter = rewriter;
        this.shards = shards;
        this.counters = counters;
        audiences = shards.stream().map(shard -> new Audience()).toList();
    }

    StreamIdentity identity() {
        return identity;
    }

    /** The listeners within a shard. Any thread. */
    Audience audience(int shard) {
        return audiences.get(shard);
    }

    /** @param primary where in the payload the frame of plain Opus begins */
    void relay(RtpReceiver from, RtpPacket packet, byte[] bytes, int primary, long index, long nowNanos) {
        if (from != source || packet.ssrc() != sourceSsrc) {
            if (source != null && from.number() < source.number()) {
                counters.unexpected.increment();
                return;
            }
            source = from;
            sourceSsrc = packet.ssrc();
            rewriter.continueWith(index, packet.timestamp(), nowNanos);
        }
        if (!rewriter.rewrite(index, packet.timestamp(), nowNanos)) {
            return;
        }
        for (int i = 0; i < shards.size(); i++) {
            Audience audience = audiences.get(i);
            if (audience.isEmpty()) {
                continue;
            }
            shards.get(i).relay(audience, packet, bytes, primary, rewriter.index(), rewriter.timestamp(), nowNanos);
        }
    }
}
