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

    private final DtlsServer server;
    private final SrtpHandshake handshake;
    private final DtlsListener listener;
    private final RecordQueue records;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile DTLSTransport established;
    private volatile boolean over;

    DtlsTransport(DtlsServer server, SrtpHandshake handshake, DatagramSender sender, DtlsListener listener) {
        this.server = server;
        this.handshake = handshake;
        this.listener = listener;
        records = new RecordQueue(sender);
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
        try {
            if (established == null) {
                shakeHands();
            } else {
                drain();
            }
        } finally {
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
            try {
                complete();
            } finally {
                server.done();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complete() {
        try {
            DTLSTransport association = handshake.complete(records);
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

    private void drain() {
        byte[] ignored = new byte[LONGEST_RECORD];
        try {
            while (!over && !records.isEmpty()) {
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
