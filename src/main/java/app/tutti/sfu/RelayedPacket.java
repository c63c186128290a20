package app.tutti.sfu;

/** A plain packet on its way from the receive thread to a shard. Its parts are valid while the ring lends it. */
final class RelayedPacket {
    /** What leaves room for headers and tag in an Ethernet frame. A packet of Opus has 1275 bytes at most. */
    static final int LONGEST_PAYLOAD = 1400;

    final byte[] payload;
    Audience audience;
    /** Whose request to send again this is, named in the payload (RFC 4585 §6.2.1); null when it is a packet to send. */
    RtpSender asker;

    int length;
    /** Where the frame of plain Opus begins: 0, or behind the earlier ones of redundant audio (RFC 2198). */
    int primary;

    long index;
    int timestamp;
    boolean marker;
    long arrivalNanos;

    RelayedPacket() {
        this(LONGEST_PAYLOAD);
    }

    /** @param longestPayload in bytes */
    RelayedPacket(int longestPayload) {
        payload = new byte[longestPayload];
    }

    /** Becomes the same packet; there must be room for its payload. */
    void copy(RelayedPacket other) {
        length = other.length;
        primary = other.primary;
        index = other.index;
        timestamp = other.timestamp;
        marker = other.marker;
        arrivalNanos = other.arrivalNanos;
        System.arraycopy(other.payload, 0, payload, 0, length);
    }
}
