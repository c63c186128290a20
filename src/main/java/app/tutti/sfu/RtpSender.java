package app.tutti.sfu;

import app.tutti.sfu.net.Flow;
import app.tutti.sfu.net.SendBatch;
import app.tutti.sfu.rtp.MediaClock;
import app.tutti.sfu.rtp.NtpTime;
import app.tutti.sfu.rtp.RedPayload;
import app.tutti.sfu.rtp.RtcpPacket;
import app.tutti.sfu.rtp.RtcpWriter;
import app.tutti.sfu.rtp.RtpPacket;
import app.tutti.sfu.srtp.SrtpContext;

/** Sends a stream to one listener. Confined to its shard's thread, but for what other threads may tell it. */
final class RtpSender {
    private static final long REPORT_NANOS = 5_000_000_000L;

    private final StreamIdentity identity;
    private SrtpContext srtp;
    private boolean running;
    private long first;
    private long firstToResend;
    private PayloadTypes typesSent;
    private long lastSent;
    private RetransmissionBudget budget;
    private long indexOffset;
    private long next;
    private long octets;
    private long packets;
    private long reportedNanos;
    private long packetsSent;
    private long bytesSent;
    private long retransmitted;

    private volatile Flow destination;
    private volatile PayloadTypes types;
    private volatile boolean paused = true;
    private volatile boolean closed;
    private volatile int fractionLost = -1;
    private volatile long roundTripNanos = -1;
    private volatile int reportedMiddle;
    private volatile Home home;

    /** Where it is sent from. */
    private record Home(Shard shard, Audience audience) {}

    /** @param firstIndex below 2^15, or a listener that misses the first packets could miscount the rollovers */
    RtpSender(StreamIdentity identity, PayloadTypes types, int firstIndex) {
        this.identity = identity;
        this.types = types;
        next = firstIndex;
    }

    /** By the receive thread, when ICE selects another address. */
    void destination(Flow destination) {
        this.destination = destination;
    }

    /** By any thread. */
    void payloadTypes(PayloadTypes types) {
        if (!types.equals(this.types)) {
            this.types = types;
        }
    }

    /** By any thread. */
    void paused(boolean paused) {
        this.paused = paused;
    }

    /** By any thread; the shard forgets it at its next tick. */
    void close() {
        closed = true;
    }

    /** By the receive thread, from the listener's receiver report. */
    void reported(RtcpPacket report, long nowNanos) {
        int fraction = report.fractionLost(identity.ssrc());
        if (fraction >= 0) {
            fractionLost = fraction;
            measureRoundTrip(report, nowNanos);
        }
    }

    /** RFC 3550 §6.4.1: the time since our report, less what it lay at the listener's. By the receive thread. */
    private void measureRoundTrip(RtcpPacket report, long nowNanos) {
        int middle = report.lastReport(identity.ssrc());
        if (middle != 0 && middle == reportedMiddle) {
            long held = report.delaySinceLastReport(identity.ssrc()) * 1_000_000_000L >> 16;
            // Below zero it is no measurement: another report has just gone, or the listener's clock is off.
            roundTripNanos = Math.max(-1, nowNanos - reportedNanos - held);
        }
    }

    /** By the receive thread: the listener lacks packets. */
    void nacked(RtcpPacket nack, byte[] bytes, long nowNanos) {
        Home from = home;
        if (from != null && nack.mediaSsrc() == identity.ssrc()) {
            from.shard.resend(from.audience, this, nack, bytes, nowNanos);
        }
    }

    /** Lost on the way to the listener as it reported last, in 1/256; -1 before that. Any thread. */
    int fractionLost() {
        return fractionLost;
    }

    /** By the listener's report; -1 before that. Any thread. */
    long roundTripNanos() {
        return roundTripNanos;
    }

    PayloadTypes payloadTypes() {
        return types;
    }

    /** Those sent again included. Any thread, as with the next two. */
    long packetsSent() {
        return packetsSent;
    }

    long bytesSent() {
        return bytesSent;
    }

    long retransmitted() {
        return retransmitted;
    }

    boolean closed() {
        return closed;
    }

    StreamIdentity identity() {
        return identity;
    }

    /** Before the shard has it. */
    void secure(SrtpContext srtp) {
        this.srtp = srtp;
    }

    void joined(Shard shard, Audience audience) {
        home = new Home(shard, audience);
    }

    /** Sends a packet unless paused. Returns the bytes sent. */
    int send(RelayedPacket packet, byte[] scratch, SendBatch batch) {
        if (paused || closed) {
            running = false;
            return 0;
        }
        if (!running) {
            begin(packet.index);
        }
        if (packet.index < first) {
            return 0;
        }
        if (typesSent != types) {
            typesSent = types;
            firstToResend = Math.max(packet.index, next - indexOffset);
        }
        next = Math.max(next, packet.index + indexOffset + 1);
        packets++;
        octets += payloadLength(packet);
        return transmit(packet, scratch, batch);
    }

    /**
     * Sends a packet again that the listener lacks: bit for bit the same one, header included, and so under the same
     * index. Anything else under an index that was used would break the cipher (RFC 7714 §8.1, RFC 3711 §9.1). So what
     * was sent before a pause, with numbers that have shifted since, or with other payload types, is not sent again.
     *
     * @return the bytes sent; 0 when the packet is not there any more, or was sent often enough
     */
    int resend(int sequenceNumber, PacketHistory history, long nowNanos, byte[] scratch, SendBatch batch) {
        if (!running || paused || closed || typesSent != types) {
            return 0;
        }
        long newest = next - 1;
        long index = newest - (newest - sequenceNumber & 0xffff) - indexOffset;
        // javax.crypto refuses the nonce it was given last, even for the same packet; another one comes soon.
        if (index < firstToResend || index == lastSent) {
            return 0;
        }
        RelayedPacket packet = history.find(index);
        if (packet == null || !budget().admits(index, packets, nowNanos)) {
            return 0;
        }
        retransmitted++;
        return transmit(packet, scratch, batch);
    }

    private int transmit(RelayedPacket packet, byte[] scratch, SendBatch batch) {
        lastSent = packet.index;
        long index = packet.index + indexOffset;
        boolean red = redundant(packet);
        if (red) {
            RedPayload.retype(packet.payload, 0, typesSent.opus());
        }
        int type = red ? typesSent.red() : typesSent.opus();
        int from = red ? 0 : packet.primary;
        RtpPacket.writeHeader(scratch, 0, packet.marker, type, index, packet.timestamp, identity.ssrc());
        int length = srtp.protect(scratch, 0, RtpPacket.HEADER, packet.payload, from, packet.length - from, index);
        batch.add(scratch, 0, length, destination);
        packetsSent++;
        bytesSent += length;
        return length;
    }

    /** Who does not speak redundant audio gets the frame that plain Opus would have had. */
    private boolean redundant(RelayedPacket packet) {
        return packet.primary > 0 && typesSent.red() != PayloadTypes.NONE;
    }

    private int payloadLength(RelayedPacket packet) {
        return redundant(packet) ? packet.length : packet.length - packet.primary;
    }

    private RetransmissionBudget budget() {
        if (budget == null) {
            budget = new RetransmissionBudget();
        }
        return budget;
    }

    /** Sends a sender report if one is due. */
    void report(MediaClock clock, long nowNanos, long epochNanos, byte[] plain, byte[] scratch, SendBatch batch) {
        if (!running || !clock.set() || reportedNanos != 0 && nowNanos - reportedNanos < REPORT_NANOS) {
            return;
        }
        long ntp = NtpTime.of(epochNanos);
        reportedNanos = nowNanos;
        reportedMiddle = (int) (ntp >>> 16);
        int length = RtcpWriter.senderReport(
                plain, identity.ssrc(), identity.cname(), ntp, clock.timestamp(nowNanos), (int) packets, (int) octets);
        batch.add(scratch, 0, srtp.protectControl(plain, length, scratch), destination);
    }

    /**
     * A listener's own numbers go on where they stopped, so that a pause is no loss; and no index comes twice, which
     * would break the cipher: packets from before the resumption are left out.
     */
    private void begin(long index) {
        running = true;
        first = index;
        firstToResend = index;
        indexOffset = next - index;
    }
}
