package app.tutti.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/** Sends 50 numbered packets a second and notes when. */
final class Publisher implements AutoCloseable {
    static final int PAYLOAD = 320;
    private static final long INTERVAL_NANOS = 20_000_000;

    private final BenchPeer peer;
    private final long[] sentNanos = new long[1 << 16];
    private final Thread thread = Thread.ofPlatform().name("publisher").daemon().unstarted(this::run);
    private volatile long count;
    private volatile boolean closed;

    Publisher(BenchPeer peer) {
        this.peer = peer;
    }

    void start() {
        thread.start();
    }

    /** Packets sent so far; the next one has this number. */
    long count() {
        return count;
    }

    /** When the packet was sent, for one of the last 65,536. */
    long sentNanos(long number) {
        return sentNanos[(int) number & 0xffff];
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    private void run() {
        try {
            send();
        } catch (Exception e) {
            throw new IllegalStateException("The publisher fell silent", e);
        }
    }

    private void send() throws Exception {
        ByteBuffer packet = ByteBuffer.allocate(SrtpGcm.HEADER + PAYLOAD);
        ByteBuffer sealed = ByteBuffer.allocateDirect(2048);
        long due = System.nanoTime();
        for (long number = 0; !closed; number++, due += INTERVAL_NANOS) {
            long wait;
            while ((wait = due - System.nanoTime()) > 0) {
                LockSupport.parkNanos(wait);
            }
            packet.clear().put((byte) 0x80).put((byte) BenchPeer.PAYLOAD_TYPE).putShort((short) number);
            packet.putInt((int) (960 * number)).putInt(0x7777).putLong(number);
            long now = System.nanoTime();
            sentNanos[(int) number & 0xffff] = now;
            packet.putLong(now);
            peer.keys().sending().seal(packet.array(), packet.capacity(), number >> 16, sealed.clear());
            peer.channel().write(sealed.flip());
            count = number + 1;
            if (number % 250 == 0) {
                peer.consent();
            }
        }
    }
}
