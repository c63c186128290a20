package app.tutti.sfu;

import app.tutti.sfu.net.Flow;
import app.tutti.sfu.srtp.SrtpContext;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what the media threads write, from any thread and without making them wait. */
record TransportPicture(Peer peer, long madeMillis, long securedMillis) {
    TransportStats stats() {
        Optional<Flow> flow = Optional.ofNullable(peer.flow());
        Optional<RtpSender> sender = Optional.ofNullable(peer.sender);
        return new TransportStats(
                flow.map(Flow::remote),
                flow.map(Flow::tcp).orElse(false),
                Optional.ofNullable(peer.inbound).map(SrtpContext::profile),
                types().map(PayloadTypes::opus),
                peer.packetsIn,
                peer.bytesIn,
                sender.map(RtpSender::packetsSent).orElse(0L),
                sender.map(RtpSender::bytesSent).orElse(0L),
                sender.map(RtpSender::retransmitted).orElse(0L),
                peer.dropped,
                measured(fractionLost(), 256),
                measured(sender.map(RtpSender::roundTripNanos).orElse(-1L), 1e6),
                madeMillis,
                securedMillis);
    }

    private Optional<PayloadTypes> types() {
        RtpReceiver receiver = peer.receiver;
        RtpSender sender = peer.sender;
        return Optional.ofNullable(
                receiver != null ? receiver.payloadTypes() : sender != null ? sender.payloadTypes() : null);
    }

    private int fractionLost() {
        RtpReceiver receiver = peer.receiver;
        RtpSender sender = peer.sender;
        return receiver != null ? receiver.fractionLost() : sender != null ? sender.fractionLost() : -1;
    }

    private static OptionalDouble measured(long value, double unit) {
        return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value / unit);
    }
}
