package app.tutti.sfu.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.StampedLock;

/**
 * The UDP port of a relay. One thread receives; any thread sends, each through a batch of its own.
 * Sending never blocks: what the kernel has no room for is refused, and counted by the caller.
 */
public final class UdpPort implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("sfu");

    /** Longer than any Ethernet frame carries; what fills it was cut off, and no codec of ours accepts it. */
    public static final int LARGEST_DATAGRAM = 2048;

    /** 1000 listeners get their packet in one burst; the usual 100 KB lost some of it. */
    private static final int SOCKET_BUFFER = 4 << 20;

    /** So that timers and commands get their turn under a flood. */
    private static final int RECEIVE_BUDGET = 256;

    private final DatagramChannel channel;
    private final SelectionKey key;
    private final ByteBuffer incoming = ByteBuffer.allocate(LARGEST_DATAGRAM);

    /** Null where there is only NIO. */
    private final LinuxSocket socket;

    private final LinuxReceiveBatch batch;

    /** Idle ones, for the rare datagrams that are not sent by a shard. */
    private final Queue<SendBatch> rare = new ConcurrentLinkedQueue<>();

    /** Shared by those who send, exclusive for who closes. */
    private final StampedLock use = new StampedLock();

    private UdpPort(DatagramChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
        socket = nativeSocket(channel);
        batch = socket == null ? null : new LinuxReceiveBatch(socket, this, LARGEST_DATAGRAM);
    }

    /**
     * Binds every local address.
     *
     * @param port 0 for any free one
     * @param selector says when a datagram has come
     * @throws java.net.BindException when the port is taken
     */
    static UdpPort open(int port, Selector selector) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
            channel.bind(new InetSocketAddress(port));
            channel.configureBlocking(false);
            return new UdpPort(channel, channel.register(selector, SelectionKey.OP_READ));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public int port() {
        return channel.socket().getLocalPort();
    }

    /** Hands on what has arrived, up to a few hundred datagrams, without waiting. For the receiving thread. */
    public void receive(DatagramSink sink) throws IOException {
        if (batch != null) {
            batch.receive(sink, RECEIVE_BUDGET);
            return;
        }
        for (int i = 0; i < RECEIVE_BUDGET; i++) {
            incoming.clear();
            InetSocketAddress source = (InetSocketAddress) channel.receive(incoming);
            if (source == null) {
                return;
            }
            sink.received(incoming.array(), incoming.position(), new UdpFlow(this, source));
        }
    }

    boolean owns(SelectionKey other) {
        return other == key;
    }

    /** To be used by one thread, and not after the port is closed. */
    public SendBatch batch() {
        return batch(SendBatch.CAPACITY);
    }

    private SendBatch batch(int capacity) {
        return socket == null ? new NioSendBatch(channel) : new LinuxSendBatch(socket, capacity);
    }

    /**
     * Any thread. What the kernel refuses is as good as lost on the way: every protocol above repeats what matters.
     * Nobody waits for another: handshakes run on virtual threads, and one that is next to hold a lock first has to be
     * next on a core; the receive thread, which answers checks, would stand behind all of them.
     */
    void send(byte[] bytes, int offset, int length, UdpFlow destination) {
        long stamp = use.tryReadLock();
        if (stamp == 0) {
            return;
        }
        try {
            // The descriptor's number may be somebody else's once the channel is closed.
            if (channel.isOpen()) {
                SendBatch idle = rare.poll();
                SendBatch batch = idle == null ? batch(1) : idle;
                batch.add(bytes, offset, length, destination);
                batch.flush();
                rare.add(batch);
            }
        } finally {
            use.unlockRead(stamp);
        }
    }

    /** The address of ours that the kernel sends from to this one unless it is told another; null if it has no way. */
    InetAddress usualSource(InetSocketAddress remote) {
        try (DatagramChannel probe = DatagramChannel.open()) {
            return ((InetSocketAddress) probe.connect(remote).getLocalAddress()).getAddress();
        } catch (IOException e) {
            return null;
        }
    }

    private static LinuxSocket nativeSocket(DatagramChannel channel) {
        try {
            return LinuxSocket.of(channel);
        } catch (IOException e) {
            LOG.log(
                    Level.INFO,
                    "[sfu] Datagrams are sent and received one by one: no sendmmsg [reason:{0}]",
                    e.getMessage());
            return null;
        }
    }

    @Override
    public void close() {
        long stamp = use.writeLock();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The media port could not be closed", e);
        } finally {
            use.unlockWrite(stamp);
        }
    }
}
