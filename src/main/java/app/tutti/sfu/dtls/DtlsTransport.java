package app.tutti.sfu.dtls;

import app.tutti.sfu.net.MediaPriority;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsTimeoutException;

/**
 * One peer's DTLS association. No thread stands by: datagrams queue up, and a virtual thread works on them while
 * there are any. Any thread may call it.
 */
public final class DtlsTransport {
    /** An established association brings alerts and repeated flights only. */
    private static final int LONGEST_RECORD = 2048;

    /** How often the last flight, which nobody answers, is sent again in case it is lost. */
    private static final int ASSURANCES = 3;

    /** And how often because the peer is still at its own: whoever makes that up gets little for it. */
    private static final int REPETITIONS = 32;

    private final DtlsServer server;
    private final SrtpHandshake handshake;
    private final DtlsListener listener;
    private final RecordQueue records;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile DTLSTransport established;
    private volatile boolean over;
    private long begunNanos;
    private boolean gaveWay;
    private int repetitions;

    DtlsTransport(DtlsServer server, SrtpHandshake handshake, DatagramSender sender, DtlsListener listener) {
        this.server = server;
        this.handshake = handshake;
        this.listener = listener;
        records = new RecordQueue(sender, this::givesWay);
    }

    /** Takes a datagram from an address that ICE has proved; the bytes are copied. False when it was dropped. */
    public boolean received(byte[] bytes, int length) {
        if (over || !records.offer(Arrays.copyOf(bytes, length))) {
            return false;
        }
        work();
        return true;
    }

    /** There is a way to the peer: if it is our turn, we begin. */
    public void reachable() {
        if (handshake instanceof SrtpClientHandshake && established == null && !over) {
            work();
        }
    }

    /** Says goodbye to the peer if there is one. The listener hears nothing more. */
    public void close() {
        over = true;
        records.close();
        DTLSTransport association = established;
        if (association != null) {
            closeQuietly(association);
        }
    }

    private void work() {
        if (working.compareAndSet(false, true)) {
            server.run(this::run);
        }
    }

    private void run() {
        MediaPriority.forgo();
        records.gather();
        try {
            if (established == null) {
                shakeHands();
            } else {
                drain();
            }
        } finally {
            records.flush();
            working.set(false);
        }
        // What came after the last look at the queue found the work still going on.
        if (!over && !records.isEmpty()) {
            work();
        }
    }

    private void shakeHands() {
        try {
            if (!server.admits()) {
                fail(DtlsListener.Failure.TURNED_AWAY, "Too many handshakes at once");
                return;
            }
            begunNanos = System.nanoTime();
            try {
                complete();
            } finally {
                server.done(gaveWay);
            }
            assure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complete() {
        try {
            DTLSTransport association = agree();
            established = association;
            if (over) {
                closeQuietly(association);
            } else {
                listener.secured(handshake.keys());
            }
        } catch (TlsTimeoutException e) {
            fail(DtlsListener.Failure.TIMED_OUT, "The handshake took too long");
        } catch (IOException | RuntimeException e) {
            // BouncyCastle lets a few kinds of nonsense out as runtime exceptions.
            fail(DtlsListener.Failure.REFUSED, e.getMessage());
        }
    }

    private void assure() throws InterruptedException {
        for (int i = 0; i < ASSURANCES && established != null && !over && !records.awaits(); i++) {
            records.repeat();
        }
    }

    /** The last flight, or the alert, goes out before anybody hears of it. */
    private DTLSTransport agree() throws IOException {
        try {
            return handshake.complete(records);
        } finally {
            records.flush();
        }
    }

    private boolean givesWay() {
        gaveWay = established == null && server.givesWay(System.nanoTime() - begunNanos);
        return gaveWay;
    }

    private void drain() {
        byte[] ignored = new byte[LONGEST_RECORD];
        try {
            while (!over && !records.isEmpty()) {
                if (records.isHandshake() && repetitions++ < REPETITIONS) {
                    records.repeat();
                }
                established.receive(ignored, 0, ignored.length, 1);
            }
        } catch (IOException | RuntimeException e) {
            records.close();
        }
        if (records.closed() && !over) {
            over = true;
            listener.closed();
        }
    }

    private void fail(DtlsListener.Failure failure, String reason) {
        if (over) {
            return;
        }
        over = true;
        listener.failed(failure, reason);
    }

    private static void closeQuietly(DTLSTransport association) {
        try {
            association.close();
        } catch (IOException e) {
            // The peer learns it by consent instead.
        }
    }
}
