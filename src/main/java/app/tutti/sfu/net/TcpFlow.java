package app.tutti.sfu.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A connection that a peer has opened (RFC 6544, we are passive). Equal to itself only. Any thread sends; the rest is
 * for the receive thread.
 */
final class TcpFlow implements Flow {
    private final TcpPort port;
    private final SocketChannel channel;
    private final InetSocketAddress remote;
    private final long sinceNanos;
    private final FrameReader reader = new FrameReader();
    private SelectionKey key;
    private boolean kept;
    private int received;

    /** Held for a call that does not wait, so that who sends never does. */
    private final Object sending = new Object();

    private final FrameWriter writer = new FrameWriter();
    private volatile boolean bare;
    private volatile boolean over;

    TcpFlow(TcpPort port, SocketChannel channel, long nowNanos) throws IOException {
        this.port = port;
        this.channel = channel;
        remote = (InetSocketAddress) channel.getRemoteAddress();
        sinceNanos = nowNanos;
    }

    /** @param key with this attached */
    void selectedBy(SelectionKey key) {
        this.key = key;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public boolean tcp() {
        return true;
    }

    @Override
    public Flow kept() {
        if (!kept) {
            kept = true;
            port.keep(this);
        }
        return this;
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {
        synchronized (sending) {
            if (over) {
                return;
            }
            if (!writer.add(bytes, offset, length, bare)) {
                port.dropped();
                return;
            }
            boolean waiting = (key.interestOps() & SelectionKey.OP_WRITE) != 0;
            if (!waiting && !write()) {
                key.interestOpsOr(SelectionKey.OP_WRITE);
                port.wakeUp();
            }
        }
    }

    /** Goes on where a send has stopped. */
    void writable() {
        synchronized (sending) {
            if (!over && write()) {
                key.interestOpsAnd(~SelectionKey.OP_WRITE);
            }
        }
    }

    /**
     * Hands on the datagrams that have come whole.
     *
     * @param stream to read through, larger than a frame
     * @param datagram to lend
     */
    void readable(ByteBuffer stream, byte[] datagram, DatagramSink sink) {
        reader.resume(stream.clear());
        int count = read(stream);
        stream.flip();
        received += Math.max(0, count);
        int length = FrameReader.NOT_YET;
        while (!over && (length = reader.next(stream, datagram)) > 0) {
            bare = reader.bare();
            sink.received(datagram, length, this);
        }
        reader.pause(stream);
        if (length == FrameReader.BROKEN || !kept && received > TcpLimits.STRANGERS_BYTES) {
            port.refused();
            close();
        } else if (count < 0) {
            close();
        }
    }

    /** True when nobody has kept it for that long. */
    boolean strangerSince(long nanos) {
        return !kept && sinceNanos - nanos <= 0;
    }

    @Override
    public void close() {
        synchronized (sending) {
            if (over) {
                return;
            }
            over = true;
        }
        port.closed(this);
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    /** True when nothing is left, also because nobody takes it any more: reading will tell. */
    private boolean write() {
        try {
            return writer.writeTo(channel);
        } catch (IOException e) {
            return true;
        }
    }

    private int read(ByteBuffer stream) {
        try {
            return channel.read(stream);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return "tcp " + remote;
    }
}
