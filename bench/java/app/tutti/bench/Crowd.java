package app.tutti.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Everybody who takes part: one thread reads for all of them. */
final class Crowd implements AutoCloseable {
    private static final int FIRST_ADDRESS = 0x7f01_0000; // 127.1.0.0
    private static final int ADDRESSES = 1 << 16;
    private static final long TURN_NANOS = 5_000_000_000L;

    /** Looking in seldom leaves the cores to the relay; how late we look is not measured. */
    private static final long REST_NANOS = 4_000_000;

    private final CrowdSocket socket;
    private final BenchPeer[] peers = new BenchPeer[ADDRESSES];
    private final AtomicInteger nextAddress = new AtomicInteger();
    private final AtomicInteger connecting = new AtomicInteger();
    private final Queue<BenchPeer> joining = new ConcurrentLinkedQueue<>();
    private final Queue<BenchPeer> turns = new ArrayDeque<>();
    private final byte[] packet = new byte[2048];
    private final Thread thread;
    private volatile boolean closed;
    private long turnNanos = System.nanoTime();

    Crowd(InetSocketAddress server) throws IOException {
        socket = new CrowdSocket(server);
        thread = Thread.ofPlatform()
                .name("crowd")
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .start(this::run);
    }

    /** Somebody at an address of their own, who has yet to connect. What is heard goes into {@code hearing}. */
    BenchPeer peer(Hearing hearing) {
        int number = nextAddress.getAndIncrement() % ADDRESSES;
        BenchPeer peer = new BenchPeer(socket, FIRST_ADDRESS + number, hearing);
        connecting.incrementAndGet();
        synchronized (peers) {
            peers[number] = peer;
        }
        return peer;
    }

    /** The peer need not be read in haste any more. */
    void connected() {
        connecting.decrementAndGet();
    }

    /** A peer whose keys are there begins to listen; its offer was made then. */
    void listen(BenchPeer peer, long offeredNanos) {
        peer.offeredNanos = offeredNanos;
        peer.listening = true;
        joining.add(peer);
    }

    void forget(BenchPeer peer) {
        peer.listening = false;
        synchronized (peers) {
            peers[peer.address() - FIRST_ADDRESS] = null;
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    private void run() {
        try {
            while (!closed) {
                boolean haste = connecting.get() > 0;
                int received = socket.receive(haste);
                for (int i = 0; i < received; i++) {
                    take(i);
                }
                if (received < CrowdSocket.BATCH && !haste) {
                    LockSupport.parkNanos(REST_NANOS);
                }
                giveTurns(System.nanoTime());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(int i) {
        long nanos = socket.nanos(i);
        int length = socket.length(i);
        BenchPeer peer = peers[socket.destination(i) - FIRST_ADDRESS & ADDRESSES - 1];
        if (peer == null || length < 2) {
            return;
        }
        int type = socket.byteAt(i, 1) & 0xff;
        if (socket.byteAt(i, 0) >= 0) {
            socket.get(i, packet);
            peer.handshake(packet, length);
        } else if (type < 192 || type > 223) {
            media(peer, i, length, nanos);
        }
    }

    private void media(BenchPeer peer, int i, int length, long nanos) {
        if (peer.listening) {
            peer.hearing.heard(peer, socket, i, length, nanos);
        } else if (peer.early == null) {
            // The relay may be through with the handshake before we are.
            byte[] copy = new byte[length];
            socket.get(i, copy);
            peer.earlyNanos = nanos;
            peer.early = copy;
        }
    }

    /** Consent and a report from a few at a time, so that each has its turn every five seconds. */
    private void giveTurns(long now) throws IOException {
        BenchPeer joined;
        while ((joined = joining.poll()) != null) {
            turns.add(joined);
        }
        if (turns.isEmpty()) {
            turnNanos = now;
            return;
        }
        long each = TURN_NANOS / turns.size();
        while (now - turnNanos >= each && !turns.isEmpty()) {
            turnNanos += each;
            BenchPeer next = turns.remove();
            if (next.listening) {
                next.consent();
                next.report();
                turns.add(next);
            }
        }
    }
}
