package app.tutti.sfu.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The one port number of a relay, by UDP and by TCP. One thread receives; any thread sends. */
public final class MediaPort implements AutoCloseable {
    /** How often a free number is looked for that is free in both. */
    private static final int TRIES = 50;

    private final Selector selector;
    private final UdpPort udp;
    private final TcpPort tcp;
    private final List<SelectionKey> ready = new ArrayList<>();
    private final Consumer<SelectionKey> collector = this::collect;

    private MediaPort(Selector selector, UdpPort udp, TcpPort tcp) {
        this.selector = selector;
        this.udp = udp;
        this.tcp = tcp;
    }

    /**
     * Binds every local address.
     *
     * @param number 0 for any that is free
     * @throws PortTaken when it is taken in one of them
     */
    public static MediaPort open(int number) throws IOException {
        return open(number, TcpLimits.usual());
    }

    static MediaPort open(int number, TcpLimits limits) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return openBoth(number, limits);
            } catch (PortTaken e) {
                if (number != 0 || i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static MediaPort openBoth(int number, TcpLimits limits) throws IOException {
        Selector selector = Selector.open();
        UdpPort udp = null;
        try {
            udp = openUdp(number, selector);
            return new MediaPort(selector, udp, openTcp(udp.port(), selector, limits));
        } catch (IOException | RuntimeException e) {
            if (udp != null) {
                udp.close();
            }
            selector.close();
            throw e;
        }
    }

    private static UdpPort openUdp(int number, Selector selector) throws IOException {
        try {
            return UdpPort.open(number, selector);
        } catch (IOException e) {
            throw new PortTaken("UDP", number, e);
        }
    }

    private static TcpPort openTcp(int number, Selector selector, TcpLimits limits) throws IOException {
        try {
            return TcpPort.open(number, selector, limits);
        } catch (IOException e) {
            throw new PortTaken("TCP", number, e);
        }
    }

    public int port() {
        return udp.port();
    }

    /** For those that send many. */
    public UdpPort udp() {
        return udp;
    }

    /**
     * Waits until something comes, {@link #wakeUp} is called or the time is over. For the receiving thread.
     *
     * @param timeoutMillis more than 0
     */
    public void await(long timeoutMillis) throws IOException {
        selector.select(collector, timeoutMillis);
    }

    /** Hands on some of what has arrived, without waiting. For the receiving thread. */
    public void receive(DatagramSink sink, long nowNanos) throws IOException {
        udp.receive(sink);
        for (int i = 0; i < ready.size(); i++) {
            tcp.ready(ready.get(i), sink, nowNanos);
        }
        ready.clear();
        tcp.tellEnded(sink);
    }

    /** Ends connections that nobody has kept in time. Once a second, by the receiving thread. */
    public void tick(long nowNanos) {
        tcp.tick(nowNanos);
    }

    /** Datagrams for slow readers of TCP that found no room, since last asked. */
    public long takeDropped() {
        return tcp.takeDropped();
    }

    /** Connections turned away since last asked: too many, unproved for too long, or unreadable. */
    public long takeRefused() {
        return tcp.takeRefused();
    }

    /** Makes the receiving thread return from its wait. */
    public void wakeUp() {
        selector.wakeup();
    }

    @Override
    public void close() {
        try (selector;
                udp;
                tcp) {
            selector.wakeup();
        } catch (IOException e) {
            throw new UncheckedIOException("The media port could not be closed", e);
        }
    }

    /** Only TCP's: those of UDP are received anyway. */
    private void collect(SelectionKey key) {
        if (!udp.owns(key)) {
            ready.add(key);
        }
    }
}
