package app.tutti.sfu;

import app.tutti.sfu.net.Flow;
import app.tutti.sfu.rtp.RtcpPacket;
import app.tutti.sfu.rtp.RtpPacket;
import app.tutti.sfu.srtp.SrtpContext;

/** Decrypts what peers send and hands it on. Confined to the receive thread. */
final class MediaInput {
    private final NackSender nacks;
    private final Counters counters;
    private final RtpPacket packet = new RtpPacket();
    private final RtcpPacket report = new RtcpPacket();
    private final byte[] plain = new byte[2048];

    MediaInput(NackSender nacks, Counters counters) {
        this.nacks = nacks;
        this.counters = counters;
    }

    void rtp(Peer peer, byte[] bytes, int length, Flow source, long nowNanos) {
        if (peer.receiver == null) {
            drop(peer, DropReason.NOT_HEARD);
            return;
        }
        if (!packet.wrap(bytes, 0, length)) {
            drop(peer, DropReason.MALFORMED_RTP);
            return;
        }
        int opened = peer.inbound.unprotect(bytes, 0, packet.headerLength(), length, plain);
        if (opened < 0) {
            drop(peer, reason(opened, DropReason.MALFORMED_RTP));
            return;
        }
        counters.packetsIn.increment();
        counters.bytesIn.add(length);
        peer.packetsIn++;
        peer.bytesIn += length;
        peer.ice.received(source, nowNanos);
        DropReason reason = take(peer, opened, nowNanos);
        if (reason != null) {
            drop(peer, reason);
        } else {
            nacks.ask(peer, nowNanos);
        }
    }

    /** Null when the packet that lies opened was taken. */
    private DropReason take(Peer peer, int length, long nowNanos) {
        if (!packet.wrap(plain, 0, length)) {
            return DropReason.MALFORMED_RTP;
        }
        return packet.trimPadding()
                ? peer.receiver.received(packet, plain, peer.inbound.packetIndex(), nowNanos)
                : DropReason.WRONG_PADDING;
    }

    void rtcp(Peer peer, byte[] bytes, int length, Flow source, long nowNanos) {
        int opened = peer.inbound.unprotectControl(bytes, 0, length, plain);
        if (opened < 0) {
            drop(peer, reason(opened, DropReason.MALFORMED_RTCP));
            return;
        }
        peer.ice.received(source, nowNanos);
        if (!report.wrap(plain, opened)) {
            drop(peer, DropReason.MALFORMED_RTCP);
            return;
        }
        while (report.next()) {
            read(peer, nowNanos);
        }
    }

    private void read(Peer peer, long nowNanos) {
        switch (report.type()) {
            case RtcpPacket.SENDER_REPORT -> {
                if (peer.receiver != null) {
                    peer.receiver.senderReport(report.middleOfNtpTime(), nowNanos);
                }
            }
            case RtcpPacket.RECEIVER_REPORT -> {
                counters.receiverReports.increment();
                if (peer.sender != null) {
                    peer.sender.reported(report, nowNanos);
                }
            }
            case RtcpPacket.TRANSPORT_FEEDBACK -> {
                if (report.count() == RtcpPacket.GENERIC_NACK) {
                    nacked(peer, nowNanos);
                }
            }
            case RtcpPacket.BYE -> goodbye(peer);
            default -> {
                // The rest tells us nothing.
            }
        }
    }

    /** RFC 3550 §6.6: of as many sources as it counts, and what cannot be read of them is left out. */
    private void goodbye(Peer peer) {
        for (int i = 0; i < report.sources(); i++) {
            peer.inbound.left(report.source(i));
        }
    }

    private void nacked(Peer peer, long nowNanos) {
        counters.nacks.increment();
        if (peer.sender != null) {
            peer.sender.nacked(report, plain, nowNanos);
        }
    }

    private void drop(Peer peer, DropReason reason) {
        counters.drop(reason);
        peer.dropped++;
    }

    private static DropReason reason(int result, DropReason malformed) {
        return switch (result) {
            case SrtpContext.UNAUTHENTIC -> DropReason.UNAUTHENTIC;
            case SrtpContext.REPLAYED -> DropReason.REPLAYED;
            default -> malformed;
        };
    }
}
