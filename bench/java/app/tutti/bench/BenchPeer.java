package app.tutti.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.regex.Pattern;
import org.bouncycastle.tls.DatagramTransport;

/** One peer's socket, from its offer to its keys. Confined to the thread that connects it, later to who has it. */
final class BenchPeer implements AutoCloseable {
    static final int PAYLOAD_TYPE = 111;
    private static final int CHECK_MILLIS = 200;
    private static final int CHECKS = 25;

    private final DatagramChannel channel;
    private final Selector selector;
    private StunCheck check;
    private DtlsClient.Association keys;

    BenchPeer() throws IOException {
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 18);
        channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
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
        String[] candidate = attribute(answer, "candidate").split(" ");
        channel.connect(new InetSocketAddress(candidate[4], Integer.parseInt(candidate[5])));
        check = new StunCheck(attribute(answer, "ice-ufrag") + ":bnch", attribute(answer, "ice-pwd"));
        proveAddress();
        keys = dtls.shakeHands(new Records());
        selector.close();
    }

    DatagramChannel channel() {
        return channel;
    }

    DtlsClient.Association keys() {
        return keys;
    }

    /** RFC 7675: says that it still wants to receive. */
    void consent() throws IOException {
        channel.write(check.request());
    }

    /** Says goodbye. */
    void leave() throws IOException {
        keys.dtls().close();
        close();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }

    private void proveAddress() throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(512);
        for (int i = 0; i < CHECKS; i++) {
            consent();
            if (read(answer.clear(), CHECK_MILLIS) && StunCheck.succeeded(answer.flip())) {
                return;
            }
        }
        throw new IOException("No answer to a connectivity check");
    }

    private boolean read(ByteBuffer to, int waitMillis) throws IOException {
        if (channel.read(to) > 0) {
            return true;
        }
        selector.select(key -> {}, Math.max(1, waitMillis));
        return channel.read(to) > 0;
    }

    private static String attribute(String sdp, String name) {
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
            ByteBuffer buffer = ByteBuffer.wrap(to, offset, length);
            do {
                int left = (int) ((deadline - System.nanoTime()) / 1_000_000);
                if (left < 0 || !read(buffer.position(offset), left)) {
                    return -1;
                }
                // RFC 7983: a repeated answer to a check, or the first packet, is none of its business.
            } while (to[offset] < 20 || to[offset] > 63);
            return buffer.position() - offset;
        }

        @Override
        public void send(byte[] bytes, int offset, int length) throws IOException {
            channel.write(ByteBuffer.wrap(bytes, offset, length));
        }

        @Override
        public void close() {}
    }
}
