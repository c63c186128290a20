package app.tutti.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.tls.DatagramTransport;

/** One peer, from its offer to its keys and on. */
final class BenchPeer {
    static final int PAYLOAD_TYPE = 111;
    private static final int CHECK_MILLIS = 200;
    private static final int CHECKS = 25;

    /** A packet that came before we had the keys, and when. */
    volatile byte[] early;

    long earlyNanos;
    long offeredNanos;
    volatile boolean listening;

    /** What {@link Hearing} knows of it. */
    long offset;

    long first;
    long highest = -1;
    int packets;

    final Hearing hearing;

    private final CrowdSocket socket;
    private final int address;
    private final BlockingQueue<byte[]> inbox = new ArrayBlockingQueue<>(32);
    private StunCheck check;
    private volatile DtlsClient.Association keys;
    private boolean hasLeft;

    BenchPeer(CrowdSocket socket, int address, Hearing hearing) {
        this.socket = socket;
        this.address = address;
        this.hearing = hearing;
    }

    static String offer(String direction, String fingerprint) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE 0",
                "m=audio 9 UDP/TLS/RTP/SAVPF " + PAYLOAD_TYPE,
                "c=IN IP4 0.0.0.0",
                "a=mid:0",
                "a=" + direction,
                "a=rtcp-mux",
                "a=rtpmap:" + PAYLOAD_TYPE + " opus/48000/2",
                "a=ice-ufrag:bnch",
                "a=ice-pwd:benchbenchbenchbenchbench",
                "a=fingerprint:sha-256 " + fingerprint,
                "a=setup:actpass",
                "");
    }

    /** Proves its address and shakes hands, as the answer says. */
    void connect(String answer, DtlsClient dtls) throws IOException {
        check = new StunCheck(attribute(answer, "ice-ufrag") + ":bnch", attribute(answer, "ice-pwd"));
        proveAddress();
        keys = dtls.shakeHands(new Records());
    }

    int address() {
        return address;
    }

    DtlsClient.Association keys() {
        return keys;
    }

    /** True unless it began to listen after that packet. */
    boolean counts(long from) {
        return first <= from;
    }

    /** What is not media. By the crowd's thread. */
    void handshake(byte[] packet, int length) {
        inbox.offer(java.util.Arrays.copyOf(packet, length));
    }

    void send(byte[] bytes, int offset, int length) throws IOException {
        socket.send(address, bytes, offset, length);
    }

    /** RFC 7675: says that it still wants to receive. */
    void consent() throws IOException {
        byte[] request = check.request();
        send(request, 0, request.length);
        inbox.clear();
    }

    /** RFC 3550 §6.4.2: says that nothing was lost. */
    void report() throws IOException {
        byte[] report = new byte[32 + 20];
        java.nio.ByteBuffer.wrap(report)
                .putInt(0x81c9_0007)
                .putInt(address)
                .putInt(0)
                .putInt(0)
                .putInt((int) (highest - offset));
        try {
            send(report, 0, keys.sending().sealControl(report, 32));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Says goodbye. */
    void leave() throws IOException {
        hasLeft = true;
        keys.dtls().close();
    }

    private void proveAddress() throws IOException {
        for (int i = 0; i < CHECKS; i++) {
            byte[] request = check.request();
            send(request, 0, request.length);
            byte[] answer = next(CHECK_MILLIS);
            if (answer != null && StunCheck.succeeded(java.nio.ByteBuffer.wrap(answer))) {
                return;
            }
        }
        throw new IOException("No answer to a connectivity check");
    }

    private byte[] next(long waitMillis) throws IOException {
        try {
            return inbox.poll(Math.max(1, waitMillis), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String attribute(String sdp, String name) {
        var line = Pattern.compile("(?m)^a=" + name + ":(.*?)\r?$").matcher(sdp);
        if (!line.find()) {
            throw new IllegalStateException("The answer lacks " + name + ":\n" + sdp);
        }
        return line.group(1);
    }

    /** The socket as BouncyCastle likes it. */
    private final class Records implements DatagramTransport {
        @Override
        public int getReceiveLimit() {
            return 2048;
        }

        @Override
        public int getSendLimit() {
            return 1200;
        }

        @Override
        public int receive(byte[] to, int offset, int length, int waitMillis) throws IOException {
            long deadline = System.nanoTime() + waitMillis * 1_000_000L;
            byte[] record;
            do {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left < 0) {
                    return -1;
                }
                record = next(left);
                // RFC 7983: a repeated answer to a check is none of its business.
            } while (record == null || record[0] < 20 || record[0] > 63);
            System.arraycopy(record, 0, to, offset, Math.min(length, record.length));
            return Math.min(length, record.length);
        }

        @Override
        public void send(byte[] bytes, int offset, int length) throws IOException {
            BenchPeer.this.send(bytes, offset, length);
        }

        @Override
        public void close() {
            if (!hasLeft) {
                inbox.clear();
            }
        }
    }
}
