package app.tutti.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A stranger who sends garbage: noise, and what looks like STUN, RTP and DTLS, so many datagrams a second. */
final class Flood implements AutoCloseable {
    private static final int KINDS = 1024;
    private static final int LONGEST = 400;
    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final int BURST = 50;

    private final DatagramChannel channel;
    private final int rate;
    private final ByteBuffer[] garbage = new ByteBuffer[KINDS];
    private final Thread thread = Thread.ofPlatform().name("flood").daemon().unstarted(this::run);
    private volatile boolean closed;
    private volatile long sent;

    /** @param server on this machine, or it is refused */
    Flood(InetSocketAddress server, int rate) throws IOException {
        if (!server.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Floods stay on this machine");
        }
        this.rate = rate;
        channel = DatagramChannel.open();
        channel.connect(server);
        Random random = new Random(7);
        for (int i = 0; i < KINDS; i++) {
            garbage[i] = garbage(random, i % 4);
        }
    }

    void start() {
        thread.start();
    }

    long sent() {
        return sent;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        closed = true;
        thread.join();
        channel.close();
    }

    private static ByteBuffer garbage(Random random, int kind) {
        byte[] bytes = new byte[20 + random.nextInt(LONGEST - 20)];
        random.nextBytes(bytes);
        ByteBuffer datagram = ByteBuffer.allocateDirect(bytes.length).put(bytes);
        switch (kind) {
            case 1 -> // a Binding Request with one attribute that fills it
                datagram.putShort(0, (short) 1)
                        .putShort(2, (short) (bytes.length - 20))
                        .putInt(4, 0x2112A442);
            case 2 -> datagram.put(0, (byte) 0x80).put(1, (byte) BenchPeer.PAYLOAD_TYPE);
            case 3 -> // a ClientHello
                datagram.put(0, (byte) 22).putShort(1, (short) 0xfefd);
            default -> {
                // Noise it is.
            }
        }
        return datagram.flip();
    }

    private void run() {
        long began = System.nanoTime();
        try {
            while (!closed && System.nanoTime() - began < LONGEST_NANOS) {
                for (int i = 0; i < BURST; i++) {
                    channel.write(garbage[(int) (sent + i & KINDS - 1)].rewind());
                }
                sent += BURST;
                long early = began + (long) (sent * 1e9 / rate) - System.nanoTime();
                if (early > 0) {
                    LockSupport.parkNanos(early);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
