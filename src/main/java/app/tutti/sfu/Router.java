package app.tutti.sfu;

import app.tutti.sfu.rtp.RtpRewriter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes one stream on to any number of listeners, and keeps its identity towards them when the producer is replaced:
 * same SSRC, sequence numbers and timestamps that go on. Any thread may call it.
 */
public final class Router {
    private static final int DEFAULT_BITRATE = 128_000;

    private final Sfu sfu;
    private final OutgoingStream stream;
    private final Set<Transport> transports = ConcurrentHashMap.newKeySet();
    private final AtomicInteger consumers = new AtomicInteger();
    private final AtomicLong producers = new AtomicLong();
    private volatile int maxAverageBitrate = DEFAULT_BITRATE;
    private volatile boolean closed;

    Router(Sfu sfu) {
        this.sfu = sfu;
        RtpRewriter rewriter = new RtpRewriter(
                RtpCapabilities.CLOCK_RATE,
                sfu.random().nextInt(1 << 15),
                sfu.random().nextInt());
        stream = new OutgoingStream(StreamIdentity.random(sfu.random()), rewriter, sfu.shards(), sfu.home());
    }

    /** A way for one more peer to come in. */
    public Transport createTransport(TransportListener listener) {
        Transport transport = new Transport(sfu, this, listener);
        sfu.counters().transports.incrementAndGet();
        transports.add(transport);
        if (closed) {
            transport.close();
            throw new IllegalStateException("This router is closed");
        }
        return transport;
    }

    public int consumers() {
        return consumers.get();
    }

    /** What producers are asked not to exceed on average, in bits a second. */
    public int maxAverageBitrate() {
        return maxAverageBitrate;
    }

    /**
     * Holds for offers answered from now on.
     *
     * @param bitsPerSecond 6,000 to 510,000 (RFC 7587 §7.1)
     */
    public void maxAverageBitrate(int bitsPerSecond) {
        if (bitsPerSecond < 6_000 || bitsPerSecond > 510_000) {
            throw new IllegalArgumentException("Opus has 6,000 to 510,000 bit/s, not " + bitsPerSecond);
        }
        maxAverageBitrate = bitsPerSecond;
    }

    /** Closes every transport. */
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        transports.forEach(Transport::close);
        sfu.forget(this);
    }

    OutgoingStream stream() {
        return stream;
    }

    long nextProducer() {
        return producers.incrementAndGet();
    }

    void consumerAdded() {
        consumers.incrementAndGet();
    }

    void consumerRemoved() {
        consumers.decrementAndGet();
    }

    void forget(Transport transport) {
        transports.remove(transport);
    }
}
