package app.tutti.sfu.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * Shakes hands with many peers under one certificate. BouncyCastle blocks a thread for each handshake: these are
 * virtual, and only so many are in flight at once.
 */
public final class DtlsServer {
    /** A handshake takes about 0.6 ms of a core and two round trips of waiting. */
    private static final int AT_ONCE = 256;

    private final DtlsIdentity identity = DtlsIdentity.create(new SecureRandom());
    private final Semaphore handshakes = new Semaphore(AT_ONCE, true);
    private final ThreadFactory threads =
            Thread.ofVirtual().name("sfu-dtls-", 0).factory();

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

    Semaphore handshakes() {
        return handshakes;
    }

    void run(Runnable task) {
        threads.newThread(task).start();
    }
}
