package app.tutti.bench;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Sends 50 numbered packets a second and notes when. */
final class Publisher implements AutoCloseable {
    static final int PAYLOAD = 320;
    private static final long INTERVAL_NANOS = 20_000_000;

    private volatile BenchPeer peer;
    private final long[] sentNanos = new long[1 << 16];
    private final Thread thread = Thread.ofPlatform()
            .name("publisher")
            .daemon()
            .priority(Thread.MAX_PRIORITY)
            .unstarted(this::run);
    private volatile long count;
    private volatile boolean closed;

    void start(BenchPeer peer) {
        this.peer = peer;
        thread.start();
    }

    /** Packets sent so far; the next one has this number. */
    long count() {
        return count;
    }

    /** When the packet was sent, in nanoseconds since 1970, for one of the last 65,536. */
    long sentNanos(long number) {
        return sentNanos[(int) number & 0xffff];
    }

    /** Sends no more. */
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

    static long realNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private void send() throws Exception {
        ByteBuffer packet = ByteBuffer.allocate(SrtpGcm.HEADER + PAYLOAD);
        ByteBuffer sealed = ByteBuffer.allocate(2048);
        long due = System.nanoTime();
        for (long number = 0; !closed; number++, due += INTERVAL_NANOS) {
            long wait;
            while ((wait = due - System.nanoTime()) > 0) {
                LockSupport.parkNanos(wait);
            }
            packet.clear().put((byte) 0x80).put((byte) BenchPeer.PAYLOAD_TYPE).putShort((short) number);
            packet.putInt((int) (960 * number)).putInt(0x7777).putLong(number);
            long now = realNanos();
            sentNanos[(int) number & 0xffff] = now;
            packet.putLong(now);
            peer.keys().sending().seal(packet.array(), packet.capacity(), number >> 16, sealed.clear());
            peer.send(sealed.array(), 0, sealed.position());
            count = number + 1;
            if (number % 250 == 0) {
                peer.consent();
            }
        }
    }
}
