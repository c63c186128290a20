package app.tutti.sfu;

/** A plain packet on its way from the receive thread to a shard. Its parts are valid while the ring lends it. */
final class RelayedPacket {
    /** What leaves room for headers and tag in an Ethernet frame. A packet of Opus has 1275 bytes at most. */
    static final int LONGEST_PAYLOAD = 1400;

    final byte[] payload = new byte[LONGEST_PAYLOAD];
    Audience audience;
    int length;
    long index;
    int timestamp;
    boolean marker;
    long arrivalNanos;
}
