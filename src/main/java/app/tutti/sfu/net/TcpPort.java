package app.tutti.sfu.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes connections for peers in networks without UDP (RFC 6544 §4.5: passive candidates). Confined to the receive
 * thread, but for what its flows send.
 */
final class TcpPort implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final int ACCEPTED_AT_ONCE = 64;

    /** A second or two of music: more in the kernel would only be heard late. */
    private static final int SOCKET_BUFFER = 32_768;

    /** So much is read of one connection before it is another's turn. */
    private static final int READ_AT_ONCE = 4096;

    private final ServerSocketChannel listening;
    private final SelectionKey key;
    private final TcpLimits limits;
    private final Set<TcpFlow> flows = new HashSet<>();
    private final Set<TcpFlow> strangers = new LinkedHashSet<>();
    private final Map<Long, Integer> networks = new HashMap<>();
    private final List<TcpFlow> ended = new ArrayList<>();
    private final ByteBuffer stream = ByteBuffer.allocate(FrameReader.PREFIX + FrameReader.LONGEST + READ_AT_ONCE);
    private final byte[] datagram = new byte[FrameReader.LONGEST];
    private final LongAdder dropped = new LongAdder();
    private long refused;

    private TcpPort(ServerSocketChannel listening, Selector selector, TcpLimits limits) throws IOException {
        this.listening = listening;
        this.limits = limits;
        key = listening.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Binds every local address.
     *
     * @throws java.net.BindException when the port is taken
     */
    static TcpPort open(int port, Selector selector, TcpLimits limits) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(port), BACKLOG);
            return new TcpPort(channel, selector, limits);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Does what a key of this port is ready for. */
    void ready(SelectionKey ready, DatagramSink sink, long nowNanos) {
        if (ready == key) {
            accept(nowNanos);
        } else if (ready.isValid()) {
            TcpFlow flow = (TcpFlow) ready.attachment();
            if (ready.isWritable()) {
                flow.writable();
            }
            if (ready.isReadable()) {
                flow.readable(stream, datagram, sink);
            }
        }
    }

    /** Tells of the flows that are no more. */
    void tellEnded(DatagramSink sink) {
        // By number: who is told may end another.
        for (int i = 0; i < ended.size(); i++) {
            sink.ended(ended.get(i));
        }
        ended.clear();
    }

    /** Ends those that had time enough to prove themselves. Once a second. */
    void tick(long nowNanos) {
        List<TcpFlow> late = strangers.stream()
                .filter(flow -> flow.strangerSince(nowNanos - limits.strangerNanos()))
                .toList();
        late.forEach(flow -> {
            refused();
            flow.close();
        });
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    /** How many datagrams found no room, since last asked. Any thread. */
    long takeDropped() {
        return dropped.sumThenReset();
    }

    /** How many connections were turned away, since last asked. */
    long takeRefused() {
        long count = refused;
        refused = 0;
        return count;
    }

    void keep(TcpFlow flow) {
        strangers.remove(flow);
    }

    /** Any thread. */
    void dropped() {
        dropped.increment();
    }

    void refused() {
        refused++;
    }

    /** Any thread. */
    void wakeUp() {
        key.selector().wakeup();
    }

    void closed(TcpFlow flow) {
        flows.remove(flow);
        strangers.remove(flow);
        networks.computeIfPresent(network(flow), (network, count) -> count == 1 ? null : count - 1);
        ended.add(flow);
    }

    /** After the threads that send have ended, or by the receive thread. */
    @Override
    public void close() throws IOException {
        List.copyOf(flows).forEach(TcpFlow::close);
        listening.close();
    }

    private void accept(long nowNanos) {
        try {
            for (int i = 0; i < ACCEPTED_AT_ONCE; i++) {
                SocketChannel channel = listening.accept();
                if (channel == null) {
                    return;
                }
                take(channel, nowNanos);
            }
        } catch (IOException e) {
            // No descriptor is left, as a rule: asked again at once it would say so again, so let a second pass.
            refused();
            key.interestOps(0);
        }
    }

    private void take(SocketChannel channel, long nowNanos) throws IOException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
            admit(new TcpFlow(this, channel, nowNanos), channel);
        } catch (IOException e) {
            // It has gone already.
            channel.close();
        }
    }

    private void admit(TcpFlow flow, SocketChannel channel) throws IOException {
        long network = network(flow);
        if (flows.size() >= limits.connections() || networks.getOrDefault(network, 0) >= limits.network()) {
            refused();
            channel.close();
            return;
        }
        flow.selectedBy(channel.register(key.selector(), SelectionKey.OP_READ, flow));
        flows.add(flow);
        networks.merge(network, 1, Integer::sum);
        strangers.add(flow);
        if (strangers.size() > limits.strangers()) {
            refused();
            strangers.iterator().next().close();
        }
    }

    /** What one subscriber has: an address of version 4, or the 64 bits before an interface's own (RFC 4291 §2.5.1). */
    private static long network(TcpFlow flow) {
        InetAddress address = flow.remote().getAddress();
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address ? bytes.getLong() : bytes.getInt() & 0xffff_ffffL;
    }
}
