package app.tutti.bench;

import java.security.GeneralSecurityException;

/** What some listeners hear together. Confined to the crowd's thread, but for the window and the sums. */
final class Hearing {
    /** Every so many packets of a listener is decrypted and compared; of the others the header tells enough. */
    private static final int PROOF = 16;

    final Delays delays = new Delays();
    final Delays joins = new Delays();
    volatile int joined;
    volatile long heard;
    volatile long gaps;
    volatile long wrong;

    private final Publisher publisher;
    private final byte[] packet = new byte[2048];
    private volatile long from = Long.MAX_VALUE;
    private volatile long to = Long.MAX_VALUE;

    Hearing(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Counts the packets with these numbers. */
    void window(long from, long to) {
        this.to = to;
        this.from = from;
    }

    void heard(BenchPeer peer, CrowdSocket socket, int i, int length, long nanos) {
        boolean first = peer.packets == 0;
        if (first) {
            begin(peer, socket, i, length, nanos);
        }
        // The relay gives a listener numbers of its own; they differ from the publisher's by a constant.
        long last = peer.highest < 0 ? publisher.count() : peer.highest;
        long number = last + (short) (socket.sequenceNumber(i) + peer.offset - last);
        if (peer.packets++ % PROOF == 0) {
            socket.get(i, packet);
            prove(peer, length, number);
        }
        if (number >= from && number < to && peer.counts(from)) {
            heard++;
            delays.add(nanos - publisher.sentNanos(number));
            if (number > peer.highest + 1 && peer.highest >= from) {
                gaps++;
            }
        }
        peer.highest = Math.max(peer.highest, number);
    }

    private void begin(BenchPeer peer, CrowdSocket socket, int i, int length, long nanos) {
        long heardNanos = nanos;
        if (peer.early != null) {
            heardNanos = peer.earlyNanos;
        }
        socket.get(i, packet);
        long number = numberInside(peer, length, 0);
        peer.offset = number - socket.sequenceNumber(i);
        peer.first = number;
        joins.add(heardNanos - peer.offeredNanos);
        joined++;
    }

    private void prove(BenchPeer peer, int length, long number) {
        if (numberInside(peer, length, number - peer.offset >> 16) != number) {
            wrong++;
        }
    }

    /** -1 when it cannot be decrypted. */
    private long numberInside(BenchPeer peer, int length, long rollover) {
        try {
            return peer.keys().receiving().open(packet, length, rollover).getLong();
        } catch (GeneralSecurityException e) {
            return -1;
        }
    }
}
