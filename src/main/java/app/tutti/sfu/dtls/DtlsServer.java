package app.tutti.sfu.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shakes hands with many peers under one certificate. BouncyCastle blocks a thread for each handshake: these are
 * virtual, and only so many are in flight at once.
 */
public final class DtlsServer {
    /** A handshake takes about 0.6 ms of a core and two round trips of waiting. */
    private static final int AT_ONCE = 256;

    /** For a turn; then the peer may as well begin again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A handshake that needs longer goes on as long as nobody else waits: so a flood of silent peers holds no place. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private final DtlsIdentity identity = DtlsIdentity.create(new SecureRandom());
    private final int atOnce;
    private final Duration patience;
    private final Duration turn;
    private final Semaphore handshakes;
    private final AtomicInteger leaving = new AtomicInteger();
    private final ThreadFactory threads =
            Thread.ofVirtual().name("sfu-dtls-", 0).factory();

    public DtlsServer() {
        this(AT_ONCE, PATIENCE, TURN);
    }

    DtlsServer(int atOnce, Duration patience, Duration turn) {
        this.atOnce = atOnce;
        this.patience = patience;
        this.turn = turn;
        handshakes = new Semaphore(atOnce, true);
    }

    /** Of the certificate we show, by SHA-256. */
    public Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    /**
     * Awaits the handshake of a peer.
     *
     * @param peer of the certificate it must show
     */
    public DtlsTransport accept(Fingerprint peer, DatagramSender sender, DtlsListener listener) {
        return new DtlsTransport(this, new SrtpServerHandshake(identity, peer), sender, listener);
    }

    /** Begins the handshake with a peer, once that can be reached; otherwise as {@link #accept}. */
    public DtlsTransport connect(Fingerprint peer, DatagramSender sender, DtlsListener listener) {
        return new DtlsTransport(this, new SrtpClientHandshake(identity, peer), sender, listener);
    }

    /** Shakes hands with itself once, so that the first peer need not wait for classes to load. */
    public void warmUp(DtlsListener listener) throws IOException {
        WarmUp.shakeHands(this, listener);
    }

    DtlsIdentity identity() {
        return identity;
    }

    /** Handshakes at present. */
    public int inFlight() {
        return atOnce - handshakes.availablePermits();
    }

    /** Waits for its turn a while; false when none came. */
    boolean admits() throws InterruptedException {
        return handshakes.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Whether a handshake that has been going on for so long has to leave its place to one that waits. Only as many have to
     * as wait.
     */
    boolean givesWay(long nanos) {
        int others = leaving.get();
        return nanos > turn.toNanos()
                && handshakes.getQueueLength() > others
                && leaving.compareAndSet(others, others + 1);
    }

    /** @param gaveWay as {@link #givesWay} had it */
    void done(boolean gaveWay) {
        handshakes.release();
        if (gaveWay) {
            leaving.decrementAndGet();
        }
    }

    void run(Runnable task) {
        threads.newThread(task).start();
    }
}
