package app.tutti.sfu;

import java.util.concurrent.atomic.AtomicLong;

/** A bounded queue of preallocated packets from one thread to another. When it is full the writer drops. */
final class PacketRing {
    /** 10 s of one stream, or a burst of 500 streams. */
    private static final int CAPACITY = 512;

    private final RelayedPacket[] packets;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    PacketRing() {
        this(CAPACITY, RelayedPacket.LONGEST_PAYLOAD);
    }

    /**
     * @param capacity a power of two
     * @param longestPayload in bytes
     */
    PacketRing(int capacity, int longestPayload) {
        packets = new RelayedPacket[capacity];
        for (int i = 0; i < capacity; i++) {
            packets[i] = new RelayedPacket(longestPayload);
        }
    }

    /** A packet to fill, or null when the ring is full. For the writer. */
    RelayedPacket claim() {
        long next = written.getPlain();
        return next - read.getAcquire() == packets.length ? null : packets[(int) next & packets.length - 1];
    }

    /** Passes the claimed packet on. */
    void publish() {
        written.set(written.getPlain() + 1);
    }

    /** The oldest packet, or null when there is none. For the reader. */
    RelayedPacket peek() {
        long next = read.getPlain();
        return next == written.getAcquire() ? null : packets[(int) next & packets.length - 1];
    }

    /** Gives the oldest packet back. */
    void release() {
        read.setRelease(read.getPlain() + 1);
    }

    boolean isEmpty() {
        return read.getPlain() == written.get();
    }
}
