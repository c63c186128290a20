package app.tutti.sfu;

import app.tutti.sfu.rtp.ReceptionStatistics;
import app.tutti.sfu.rtp.RtcpWriter;
import app.tutti.sfu.rtp.RtpPacket;

/** Takes what one producer sends. Confined to the receive thread. */
final class RtpReceiver {
    private final OutgoingStream stream;
    private final ReceptionStatistics statistics = new ReceptionStatistics(RtpCapabilities.CLOCK_RATE);
    private long number;
    private int payloadType;
    private boolean paused;

    /** @param number higher than that of every producer before it */
    RtpReceiver(OutgoingStream stream, long number, int payloadType) {
        this.stream = stream;
        this.number = number;
        this.payloadType = payloadType;
    }

    long number() {
        return number;
    }

    void payloadType(int payloadType) {
        this.payloadType = payloadType;
    }

    /** What comes is not heard until resumed. */
    void pause() {
        paused = true;
    }

    /** @param next higher than that of every producer before it */
    void resume(long next) {
        number = next;
        paused = false;
    }

    /** Null when the packet was taken. */
    DropReason received(RtpPacket packet, byte[] bytes, long index, long nowNanos) {
        if (packet.payloadType() != payloadType) {
            return DropReason.WRONG_PAYLOAD_TYPE;
        }
        if (packet.payloadLength() > RelayedPacket.LONGEST_PAYLOAD) {
            return DropReason.LONG_PAYLOAD;
        }
        statistics.received(packet.ssrc(), index, packet.timestamp(), nowNanos);
        boolean heard = !paused && stream.relay(this, packet, bytes, index, nowNanos);
        return heard ? null : DropReason.NOT_HEARD;
    }

    void senderReport(int middleOfNtpTime, long nowNanos) {
        statistics.senderReport(middleOfNtpTime, nowNanos);
    }

    /** Writes a plain receiver report, and returns its length in bytes: 0 when there is nothing to report. */
    int writeReport(byte[] to, long nowNanos) {
        if (!statistics.any()) {
            return 0;
        }
        StreamIdentity ours = stream.identity();
        return RtcpWriter.receiverReport(to, ours.ssrc(), ours.cname(), statistics, nowNanos);
    }
}
