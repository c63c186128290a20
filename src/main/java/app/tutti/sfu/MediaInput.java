package app.tutti.sfu;

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

    void rtp(Peer peer, byte[] bytes, int length, long nowNanos) {
        if (peer.receiver == null) {
            counters.unexpected.increment();
            return;
        }
        if (!packet.wrap(bytes, 0, length)) {
            counters.malformed.increment();
            return;
        }
        int opened = peer.inbound.unprotect(bytes, 0, packet.headerLength(), length, plain);
        if (opened < 0) {
            refuse(opened);
            return;
        }
        counters.packetsIn.increment();
        counters.bytesIn.add(length);
        if (!packet.wrap(plain, 0, opened) || !packet.trimPadding()) {
            counters.malformed.increment();
        } else if (!peer.receiver.received(packet, plain, peer.inbound.packetIndex(), nowNanos)) {
            counters.unexpected.increment();
        } else {
            nacks.ask(peer, nowNanos);
        }
    }

    void rtcp(Peer peer, byte[] bytes, int length, long nowNanos) {
        int opened = peer.inbound.unprotectControl(bytes, 0, length, plain);
        if (opened < 0) {
            refuse(opened);
            return;
        }
        if (!report.wrap(plain, opened)) {
            counters.malformed.increment();
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
                    peer.sender.reported(report);
                }
            }
            case RtcpPacket.TRANSPORT_FEEDBACK -> {
                if (report.count() == RtcpPacket.GENERIC_NACK) {
                    nacked(peer, nowNanos);
                }
            }
            default -> {
                // The rest tells us nothing: after a BYE comes the end of the association, or another source.
            }
        }
    }

    private void nacked(Peer peer, long nowNanos) {
        counters.nacks.increment();
        if (peer.sender != null) {
            peer.sender.nacked(report, plain, nowNanos);
        }
    }

    private void refuse(int result) {
        switch (result) {
            case SrtpContext.UNAUTHENTIC -> counters.unauthenticated.increment();
            case SrtpContext.REPLAYED -> counters.replayed.increment();
            default -> counters.malformed.increment();
        }
    }
}
