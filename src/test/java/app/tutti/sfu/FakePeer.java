package app.tutti.sfu;

import app.tutti.sfu.dtls.FakeDtlsClient;
import app.tutti.sfu.ice.FakeChecks;
import app.tutti.sfu.rtp.RtcpWriter;
import app.tutti.sfu.rtp.RtpPacket;
import app.tutti.sfu.srtp.SrtpContext;
import app.tutti.sfu.srtp.SrtpKeys;
import app.tutti.sfu.srtp.SrtpProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser's end of a connection over loopback: checks, handshake, packets. */
public final class FakePeer implements AutoCloseable {
    public static final int PAYLOAD_TYPE = 109;
    public static final String UFRAG = "peer";
    static final String PASSWORD = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private static final long PATIENCE_SECONDS = 10;

    final BlockingQueue<byte[]> checks = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> records = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> media = new LinkedBlockingQueue<>();
    public final FakeDtlsClient dtls;

    private InetSocketAddress relay;
    private FakeWire wire;
    private volatile boolean deaf;
    private String ufrag;
    private String password;
    private SrtpContext inbound;
    private SrtpContext outbound;
    /** Of what it sends. */
    int payloadType = PAYLOAD_TYPE;

    private final byte[] plain = new byte[2048];

    public FakePeer(int port, SrtpProfile... profiles) {
        this(new InetSocketAddress("127.0.0.1", port), FakeWire::udp, profiles);
    }

    FakePeer(InetSocketAddress relay, FakeWire.Kind kind, SrtpProfile... profiles) {
        this.relay = relay;
        wire = open(kind);
        dtls = new FakeDtlsClient(records, this::send, profiles);
    }

    public String offer(String direction) {
        return offer(direction, UFRAG, dtls.fingerprint());
    }

    /** With further attributes of its audio. */
    String offerWith(String direction, String... attributes) {
        return offer(direction) + "a=" + String.join("\r\na=", attributes) + "\r\n";
    }

    /** Redundant audio (RFC 2198) too, in this order of payload types. */
    String redOffer(String direction, int... formats) {
        String order = Arrays.stream(formats).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        return offerWith(direction, "rtpmap:63 red/48000/2", "fmtp:63 109/109").replace("SAVPF 109", "SAVPF " + order);
    }

    public static String offer(String direction, String ufrag, String fingerprint) {
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
                "a=ice-ufrag:" + ufrag,
                "a=ice-pwd:" + PASSWORD,
                "a=fingerprint:sha-256 " + fingerprint,
                "a=setup:actpass",
                "");
    }

    public void answered(String sdp) {
        ufrag = attribute(sdp, "ice-ufrag");
        password = attribute(sdp, "ice-pwd");
    }

    public static String attribute(String sdp, String name) {
        var line = Pattern.compile("(?m)^a=" + name + ":(.*?)\r?$").matcher(sdp);
        if (!line.find()) {
            throw new AssertionError("The answer lacks " + name + ":\n" + sdp);
        }
        return line.group(1);
    }

    /** Shakes hands all the way. */
    public FakePeer connect(String answer) throws Exception {
        answered(answer);
        check(true);
        SrtpKeys keys = dtls.shakeHands();
        inbound = new SrtpContext(keys.server());
        outbound = new SrtpContext(keys.client());
        return this;
    }

    /** Shakes hands all the way, and has the relay begin. */
    public FakePeer await(String answer) throws Exception {
        answered(answer);
        check(true);
        SrtpKeys keys = dtls.awaitHands(attribute(answer, "fingerprint").split(" ")[1]);
        inbound = new SrtpContext(keys.client());
        outbound = new SrtpContext(keys.server());
        return this;
    }

    /** Sends a connectivity check and awaits the answer. */
    public byte[] check(boolean nominate) throws Exception {
        sendCheck(UFRAG, nominate);
        return await(checks);
    }

    public void sendCheck(String remoteUfrag, boolean nominate) {
        byte[] request = FakeChecks.request(ufrag + ":" + remoteUfrag, password, nominate);
        send(request, 0, request.length);
    }

    public void sendRtp(int sequenceNumber, long rollover, int timestamp, int ssrc, byte[] payload) {
        byte[] packet = protect(sequenceNumber, rollover, timestamp, ssrc, payload);
        send(packet, 0, packet.length);
    }

    byte[] protect(int sequenceNumber, long rollover, int timestamp, int ssrc, byte[] payload) {
        byte[] packet = new byte[RtpPacket.HEADER + payload.length + outbound.overhead()];
        long index = rollover << 16 | sequenceNumber;
        RtpPacket.writeHeader(packet, 0, false, payloadType, index, timestamp, ssrc);
        outbound.protect(packet, 0, RtpPacket.HEADER, payload, 0, payload.length, index);
        return packet;
    }

    /** Asks for packets again. */
    void nack(int mediaSsrc, long... missing) {
        byte[] report = new byte[512];
        int length = RtcpWriter.nack(report, 1, "peer", mediaSsrc, missing, missing.length);
        byte[] packet = new byte[512];
        send(packet, 0, outbound.protectControl(report, length, packet));
    }

    /** Sends a packet whose header begins with this byte. */
    void sendOdd(int first, int payloadType, int sequenceNumber, int ssrc, byte[] payload) {
        byte[] packet = new byte[RtpPacket.HEADER + payload.length + outbound.overhead()];
        RtpPacket.writeHeader(packet, 0, false, payloadType, sequenceNumber, 960 * sequenceNumber, ssrc);
        packet[0] = (byte) first;
        outbound.protect(packet, 0, RtpPacket.HEADER, payload, 0, payload.length, sequenceNumber);
        send(packet, 0, packet.length);
    }

    /** Sends these bytes as a compound RTCP packet, whatever they are. */
    void sendReport(byte[] report) {
        byte[] sealed = new byte[report.length + outbound.controlOverhead()];
        send(sealed, 0, outbound.protectControl(report, report.length, sealed));
    }

    /** Awaits an RTP packet, skipping reports. */
    public Heard hear() throws Exception {
        return open(nextPacket());
    }

    /** Awaits an RTP packet as it came, skipping reports. */
    byte[] nextPacket() throws Exception {
        while (true) {
            byte[] packet = await(media);
            if ((packet[1] & 0xff) < 192 || (packet[1] & 0xff) > 223) {
                return packet;
            }
        }
    }

    /** Does this until an RTP packet comes: the relay may not know yet that a handshake is complete. */
    public Heard hearAfter(Runnable send) throws Exception {
        for (int i = 0; i < 200; i++) {
            send.run();
            byte[] packet = media.poll(50, TimeUnit.MILLISECONDS);
            if (packet != null && ((packet[1] & 0xff) < 192 || (packet[1] & 0xff) > 223)) {
                return open(packet);
            }
        }
        throw new AssertionError("Nothing came");
    }

    Heard open(byte[] packet) {
        RtpPacket rtp = new RtpPacket();
        if (!rtp.wrap(packet, 0, packet.length)) {
            throw new AssertionError("Not RTP");
        }
        int length = inbound.unprotect(packet, 0, rtp.headerLength(), packet.length, plain);
        if (length < 0) {
            throw new AssertionError("Not authentic: " + length);
        }
        rtp.wrap(plain, 0, length);
        byte[] payload = Arrays.copyOfRange(plain, rtp.payloadOffset(), length);
        return new Heard(rtp.payloadType(), rtp.sequenceNumber(), rtp.timestamp(), rtp.ssrc(), payload);
    }

    /** Awaits a compound RTCP packet, skipping RTP, and decrypts it. */
    byte[] hearReport() throws Exception {
        while (true) {
            byte[] packet = await(media);
            if ((packet[1] & 0xff) < 192 || (packet[1] & 0xff) > 223) {
                continue;
            }
            int length = inbound.unprotectControl(packet, 0, packet.length, plain);
            if (length < 0) {
                throw new AssertionError("Not authentic: " + length);
            }
            return Arrays.copyOf(plain, length);
        }
    }

    public record Heard(int payloadType, int sequenceNumber, int timestamp, int ssrc, byte[] payload) {}

    /** Another address, as when a phone leaves the house. */
    public void move() {
        move(FakeWire::udp);
    }

    void move(FakeWire.Kind kind) {
        FakeWire before = wire;
        openAnother(kind);
        before.close();
    }

    /** Sends by another wire from now on, and listens at both. */
    void openAnother(FakeWire.Kind kind) {
        wire = open(kind);
    }

    /** Reads nothing more: the next datagram is the last to be taken from the wire. */
    void deaf() {
        deaf = true;
    }

    FakeWire wire() {
        return wire;
    }

    void send(byte[] bytes, int offset, int length) {
        try {
            wire.send(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        wire.close();
    }

    /** Speaks with the first candidate of an answer from now on, from another address. */
    void goTo(String answer) {
        String[] candidate = attribute(answer, "candidate").split(" ");
        relay = new InetSocketAddress(candidate[4], Integer.parseInt(candidate[5]));
        move();
    }

    static <T> T await(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing came");
        }
        return next;
    }

    private FakeWire open(FakeWire.Kind kind) {
        try {
            return kind.open(relay, this::sort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sort(byte[] datagram) {
        if (deaf) {
            // Until the wire's thread ends with the test.
            LockSupport.park();
            return;
        }
        int first = datagram[0] & 0xff;
        if (first < 4) {
            sortCheck(datagram);
        } else if (first < 64) {
            records.add(datagram);
        } else {
            media.add(datagram);
        }
    }

    /** A full agent checks us, too. */
    private void sortCheck(byte[] datagram) {
        byte[] answer = FakeChecks.success(datagram, relay, PASSWORD);
        if (answer == null) {
            checks.add(datagram);
        } else {
            send(answer, 0, answer.length);
        }
    }
}
