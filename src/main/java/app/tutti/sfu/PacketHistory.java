package app.tutti.sfu;

/**
 * The packets that a router sent last within one shard, for listeners who say that one did not reach them (RFC 4585
 * §6.2.1). One for all of them: a packet is kept as it came, without any listener's numbers. Confined to the shard's
 * thread.
 */
final class PacketHistory {
    /** A power of two: 2.5 s of packets of 20 ms, more than a listener's jitter buffer could still use. */
    static final int CAPACITY = 128;

    /** Room is made in such steps, so that it is soon as large as it has to be, and stays. */
    private static final int STEP = 512;

    private final RelayedPacket[] packets = new RelayedPacket[CAPACITY];
    private RelayedPacket newest;

    /** Keeps a copy in the place of the packet that came {@link #CAPACITY} packets before. */
    void add(RelayedPacket packet) {
        int place = (int) packet.index & CAPACITY - 1;
        RelayedPacket kept = packets[place];
        if (kept != null && kept.index > packet.index) {
            return;
        }
        if (kept == null || kept.payload.length < packet.length) {
            kept = new RelayedPacket((packet.length / STEP + 1) * STEP);
            packets[place] = kept;
        }
        kept.copy(packet);
        if (newest == null || kept.index >= newest.index) {
            newest = kept;
        }
    }

    /** Null when none has come yet. */
    RelayedPacket newest() {
        return newest;
    }

    /** Null when it never came, or so long ago that another has its place. */
    RelayedPacket find(long index) {
        RelayedPacket kept = packets[(int) index & CAPACITY - 1];
        return kept != null && kept.index == index ? kept : null;
    }
}
