package app.tutti.sfu;

import app.tutti.sfu.rtp.MissingPackets;
import app.tutti.sfu.rtp.ReceptionStatistics;
import app.tutti.sfu.rtp.RedPayload;
import app.tutti.sfu.rtp.RtcpWriter;
import app.tutti.sfu.rtp.RtpPacket;

/** Takes what one producer sends. Confined to the receive thread. */
final class RtpReceiver {
    private final OutgoingStream stream;
    private final ReceptionStatistics statistics = new ReceptionStatistics(RtpCapabilities.CLOCK_RATE);
    private final MissingPackets missing = new MissingPackets();
    private final long[] due = new long[MissingPackets.MOST];
    private long number;
    private PayloadTypes types;
    private boolean retransmits;
    private boolean paused;
    private long frames;

    /** @param number higher than that of every producer before it */
    RtpReceiver(OutgoingStream stream, long number) {
        this.stream = stream;
        this.number = number;
    }

    /** In 1/256, as reported last; -1 before that. Any thread. */
    int fractionLost() {
        return statistics.fractionReported();
    }

    /** How many packets with music have come, heard or not. Any thread, as of a moment ago. */
    long frames() {
        return frames;
    }

    /** Null before the first offer is in force. Any thread. */
    PayloadTypes payloadTypes() {
        return types;
    }

    long number() {
        return number;
    }

    /**
     * What the producer's latest offer says.
     *
     * @param retransmits whether it sends packets again when it is asked to
     */
    void agree(PayloadTypes types, boolean retransmits) {
        this.types = types;
        this.retransmits = retransmits;
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
        boolean empty = packet.payloadLength() == 0 && types.has(packet.payloadType());
        int primary = empty ? 0 : primary(packet, bytes);
        if (primary < 0) {
            return DropReason.WRONG_PAYLOAD_TYPE;
        }
        if (packet.payloadLength() > RelayedPacket.LONGEST_PAYLOAD) {
            return DropReason.LONG_PAYLOAD;
        }
        statistics.received(packet.ssrc(), index, packet.timestamp(), nowNanos);
        missing.received(packet.ssrc(), index, nowNanos);
        if (empty) {
            stream.leaveOut(this, packet, index);
            return DropReason.EMPTY;
        }
        frames++;
        boolean heard = !paused && stream.relay(this, packet, bytes, primary, index, nowNanos);
        return heard ? null : DropReason.NOT_HEARD;
    }

    /** Where in the payload plain Opus begins, or -1 when none does. */
    private int primary(RtpPacket packet, byte[] bytes) {
        if (packet.payloadType() == types.opus()) {
            return 0;
        }
        return packet.payloadType() == types.red()
                ? RedPayload.primary(bytes, packet.payloadOffset(), packet.payloadLength(), types.opus())
                : -1;
    }

    void senderReport(int middleOfNtpTime, long nowNanos) {
        statistics.senderReport(middleOfNtpTime, nowNanos);
    }

    /** Writes a plain NACK for what is missing, and returns its length in bytes: 0 when nothing is to be asked for. */
    int writeNack(byte[] to, long nowNanos) {
        if (!retransmits || missing.count() == 0) {
            return 0;
        }
        int count = missing.due(due, nowNanos);
        StreamIdentity ours = stream.identity();
        return count == 0 ? 0 : RtcpWriter.nack(to, ours.ssrc(), ours.cname(), missing.ssrc(), due, count);
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
