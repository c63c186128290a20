package app.tutti.sfu.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * The UDP port of a relay. One thread receives; any thread sends, each through a batch of its own.
 * Sending never blocks: what the kernel has no room for is refused, and counted by the caller.
 */
public final class UdpPort implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("sfu");

    /** Longer than any Ethernet frame carries; what fills it was cut off, and no codec of ours accepts it. */
    private static final int LARGEST_DATAGRAM = 2048;

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
        return socket == null ? new NioSendBatch(channel) : new LinuxSendBatch(socket);
    }

    void send(byte[] bytes, int offset, int length, InetSocketAddress destination) {
        try {
            channel.send(ByteBuffer.wrap(bytes, offset, length), destination);
        } catch (IOException e) {
            // As good as lost on the way: every protocol above repeats what matters.
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
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The media port could not be closed", e);
        }
    }
}
