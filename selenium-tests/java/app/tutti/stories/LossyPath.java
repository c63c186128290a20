package app.tutti.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bad network before the relay's port: every datagram takes its time, and of those with media or reports some are
 * lost, both ways. Where the kernel has netem this is what netem would do; many have not.
 */
public final class LossyPath implements AutoCloseable {
    /** RTP packets, both ways. */
    final LongAdder lost = new LongAdder();

    /** What clients sent to the relay, the RTP among it, headers in clear. */
    public final List<RtpHeader> sent = Collections.synchronizedList(new ArrayList<>());

    private final InetSocketAddress relay;
    private volatile double loss;
    private final long delayMillis;
    private final DatagramSocket front = socket();
    private volatile boolean cut;
    private final Map<SocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService wire = Executors.newSingleThreadScheduledExecutor();
    private final Random random = new Random(4588);

    /** @param loss the share of packets that get lost each way, from 0 to 1 */
    public LossyPath(int relayPort, double loss, long delayMillis) {
        relay = new InetSocketAddress(InetAddress.getLoopbackAddress(), relayPort);
        this.loss = loss;
        this.delayMillis = delayMillis;
        pump(front, this::toRelay);
    }

    /** From here on nothing comes through, or everything as before. */
    void cut(boolean isCut) {
        cut = isCut;
    }

    /** From here on another share gets lost. */
    void lose(double share) {
        loss = share;
    }

    public int port() {
        return front.getLocalPort();
    }

    @Override
    public void close() {
        wire.shutdownNow();
        front.close();
        backs.values().forEach(DatagramSocket::close);
    }

    /** RFC 3550 §5.1 */
    public record RtpHeader(int sequenceNumber, int timestamp, int ssrc, long nanos) {}

    private interface Sink {
        void received(DatagramPacket packet);
    }

    private void toRelay(DatagramPacket packet) {
        DatagramSocket back = backs.computeIfAbsent(packet.getSocketAddress(), this::open);
        if (isRtp(packet)) {
            ByteBuffer header = ByteBuffer.wrap(packet.getData());
            sent.add(new RtpHeader(header.getShort(2) & 0xffff, header.getInt(4), header.getInt(8), System.nanoTime()));
        }
        carry(back, packet, relay);
    }

    private DatagramSocket open(SocketAddress client) {
        DatagramSocket back = socket();
        pump(back, packet -> carry(front, packet, client));
        return back;
    }

    private void carry(DatagramSocket through, DatagramPacket packet, SocketAddress to) {
        if (cut) {
            return;
        }
        if (isMedia(packet) && getsLost()) {
            if (isRtp(packet)) {
                lost.increment();
            }
            return;
        }
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        wire.schedule(() -> send(through, bytes, to), delayMillis, TimeUnit.MILLISECONDS);
    }

    /** RFC 7983 §7; checks and handshakes pass, so that a story is about music. */
    private static boolean isMedia(DatagramPacket packet) {
        return packet.getLength() > 0 && (packet.getData()[0] & 0xff) >= 128;
    }

    /** RFC 5761 §4 */
    private static boolean isRtp(DatagramPacket packet) {
        int second = packet.getData()[1] & 0xff;
        return isMedia(packet) && (second < 192 || second > 223);
    }

    private synchronized boolean getsLost() {
        return random.nextDouble() < loss;
    }

    private static void send(DatagramSocket through, byte[] bytes, SocketAddress to) {
        try {
            through.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException gone) {
            // as on a network
        }
    }

    private static void pump(DatagramSocket socket, Sink sink) {
        Thread.ofVirtual().start(() -> {
            DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
            while (!socket.isClosed()) {
                try {
                    packet.setLength(2048);
                    socket.receive(packet);
                    sink.received(packet);
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static DatagramSocket socket() {
        try {
            return new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
