package app.tutti.sfu.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Shakes hands with many peers under one certificate. BouncyCastle blocks a thread for each handshake: these are
 * virtual, and only so many are in flight at once.
 */
public final class DtlsServer {
    /** A handshake takes about 0.6 ms of a core and two round trips of waiting. */
    private static final int AT_ONCE = 256;

    /** For a turn; then the peer may as well begin again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DtlsIdentity identity = DtlsIdentity.create(new SecureRandom());
    private final int atOnce;
    private final Duration patience;
    private final Semaphore handshakes;
    private final ThreadFactory threads =
            Thread.ofVirtual().name("sfu-dtls-", 0).factory();

    public DtlsServer() {
        this(AT_ONCE, PATIENCE);
    }

    DtlsServer(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
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

    void done() {
        handshakes.release();
    }

    void run(Runnable task) {
        threads.newThread(task).start();
    }
}
