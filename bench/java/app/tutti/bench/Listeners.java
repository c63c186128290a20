package app.tutti.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Some of the listeners, all read by one thread. */
final class Listeners implements AutoCloseable {
    /** Every so many packets of a listener is decrypted and compared; of the others the header tells enough. */
    private static final int PROOF = 16;

    private static final long CONSENT_NANOS = 5_000_000_000L;

    /** A listener as the thread sees it. */
    private final class Listener {
        final BenchPeer peer;
        final long offeredNanos;
        long offset;
        long highest = -1;
        int packets;

        Listener(BenchPeer peer, long offeredNanos) {
            this.peer = peer;
            this.offeredNanos = offeredNanos;
        }
    }

    /** What was heard of the packets in the window. Written by the thread, read when it has stopped changing. */
    final Delays delays = new Delays();

    final Delays joins = new Delays();
    volatile int joined;
    volatile long heard;
    volatile long gaps;
    volatile long wrong;

    private final Publisher publisher;
    private final Selector selector = open();
    private final Queue<Listener> joining = new ConcurrentLinkedQueue<>();
    private final List<Listener> all = new ArrayList<>();
    private final ByteBuffer packet = ByteBuffer.allocateDirect(2048);
    private final ByteBuffer plain = ByteBuffer.allocate(2048);
    private final Thread thread;
    private volatile long from = Long.MAX_VALUE;
    private volatile long to = Long.MAX_VALUE;
    private volatile boolean closed;
    private int nextConsent;
    private long consentNanos = System.nanoTime();

    Listeners(Publisher publisher, int number) {
        this.publisher = publisher;
        thread = Thread.ofPlatform().name("listeners-" + number).daemon().start(this::run);
    }

    /** Takes over a peer that is connected. */
    void add(BenchPeer peer, long offeredNanos) {
        joining.add(new Listener(peer, offeredNanos));
        selector.wakeup();
    }

    /** Counts the packets with these numbers. */
    void window(long from, long to) {
        this.to = to;
        this.from = from;
    }

    @Override
    public void close() throws InterruptedException, IOException {
        closed = true;
        selector.wakeup();
        thread.join();
        selector.close();
        for (Listener listener : all) {
            listener.peer.close();
        }
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::read, 50);
                admit();
                consent(System.nanoTime());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void admit() throws ClosedChannelException {
        Listener next;
        while ((next = joining.poll()) != null) {
            all.add(next);
            next.peer.channel().register(selector, SelectionKey.OP_READ, next);
        }
    }

    /** A few at a time, so that each has its turn every five seconds. */
    private void consent(long now) throws IOException {
        if (all.isEmpty()) {
            consentNanos = now;
            return;
        }
        long each = CONSENT_NANOS / all.size();
        while (now - consentNanos >= each) {
            consentNanos += each;
            nextConsent = (nextConsent + 1) % all.size();
            all.get(nextConsent).peer.consent();
        }
    }

    private void read(SelectionKey key) {
        Listener listener = (Listener) key.attachment();
        try {
            // One packet is all there is as a rule; a second look would cost another call, and the selector looks
            // anyway.
            if (listener.peer.channel().read(packet.clear()) <= 0) {
                return;
            }
            packet.flip();
            int type = packet.get(1) & 0xff;
            if (packet.get(0) < 0 && (type < 192 || type > 223)) {
                received(listener, System.nanoTime());
            }
        } catch (IOException | GeneralSecurityException e) {
            wrong++;
        }
    }

    private void received(Listener listener, long now) throws GeneralSecurityException {
        if (listener.packets == 0) {
            listener.offset = numberInside(listener, 0) - (packet.getShort(2) & 0xffff);
            joins.add(now - listener.offeredNanos);
            joined++;
        }
        // The relay gives a listener numbers of its own; they differ from the publisher's by a constant.
        long last = listener.highest < 0 ? publisher.count() : listener.highest;
        short step = (short) ((packet.getShort(2) & 0xffff) + listener.offset - last);
        long number = last + step;
        if (listener.packets++ % PROOF == 0) {
            prove(listener, number);
        }
        if (number >= from && number < to) {
            heard++;
            delays.add(now - publisher.sentNanos(number));
            if (number > listener.highest + 1 && listener.highest >= from) {
                gaps++;
            }
        }
        listener.highest = Math.max(listener.highest, number);
    }

    private void prove(Listener listener, long number) throws GeneralSecurityException {
        long rollover = number - listener.offset >> 16;
        if (numberInside(listener, rollover) != number) {
            wrong++;
        }
    }

    private long numberInside(Listener listener, long rollover) throws GeneralSecurityException {
        listener.peer.keys().receiving().open(packet.duplicate(), rollover, plain.clear());
        return plain.getLong(0);
    }

    private static Selector open() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
