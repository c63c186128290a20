package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.dtls.DtlsServer;
import app.tutti.sfu.dtls.DtlsTransport;
import app.tutti.sfu.dtls.Fingerprint;
import app.tutti.sfu.ice.FakeChecks;
import app.tutti.sfu.ice.IceCredentials;
import app.tutti.sfu.net.FakeFlow;
import app.tutti.sfu.net.Flow;
import app.tutti.sfu.rtp.RtpPacket;
import app.tutti.sfu.rtp.RtpRewriter;
import app.tutti.sfu.srtp.MasterKey;
import app.tutti.sfu.srtp.SrtpContext;
import app.tutti.sfu.srtp.SrtpProfile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** Everything that a datagram reaches on the receive thread; the handshake has a target of its own. */
class DemultiplexerFuzzTest {
    private static final MasterKey KEY = new MasterKey(SrtpProfile.AEAD_AES_128_GCM, new byte[16], new byte[12]);
    private static final int LONGEST_PLAIN_ANSWER = 52;
    private static final DtlsTransport OVER = over();

    private final Counters counters = new Counters();
    private final PeerTable peers = new PeerTable();
    private final SfuClock clock = new SfuClock(() -> 1_000_000_000L);
    private final Demultiplexer demultiplexer =
            new Demultiplexer(peers, new MediaInput(new NackSender(counters), counters), clock, counters);
    private final SrtpContext outbound = new SrtpContext(KEY);
    private final Way proved = new Way(1000);
    private final Way strange = new Way(2000);
    private final Peer peer = new Peer(null, 0);

    DemultiplexerFuzzTest() {
        IceCredentials ours = IceCredentials.random(new SecureRandom());
        peers.add(peer);
        peers.credentials(peer, ours, "peer");
        byte[] check = FakeChecks.request(ours.ufrag() + ":peer", ours.password(), true);
        demultiplexer.received(check, check.length, proved);
        assertEquals(peer, peers.at(proved), "the peer must be known");
        peer.dtls = OVER;
        peer.inbound = new SrtpContext(KEY);
        OutgoingStream stream = new OutgoingStream(
                StreamIdentity.random(new SecureRandom()), new RtpRewriter(48_000, 1, 1), List.of(), 0);
        RtpReceiver receiver = new RtpReceiver(stream, 1);
        receiver.agree(new PayloadTypes(111, PayloadTypes.NONE), true);
        peer.carry(receiver);
    }

    /** The first byte tells who sends, and whether with the right keys; the rest is the datagram. */
    @FuzzTest
    void aDatagramIsCountedOnceAndAStrangersChangesNothing(byte[] bytes) {
        if (bytes.length > 0) {
            // Jazzer calls one object again and again; what it found should not hang on what came before.
            new DemultiplexerFuzzTest().take(bytes);
        }
    }

    private void take(byte[] bytes) {
        byte[] datagram = datagram(bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
        Way from = (bytes[0] & 1) == 0 ? strange : proved;
        long before = dropped();
        proved.sent = 0;
        demultiplexer.received(datagram, datagram.length, from);
        SfuStats stats = counters.stats(0);
        assertEquals(0, stats.faults());
        assertTrue(dropped() - before <= 1);
        assertNull(peers.at(strange), "no address is proved by whoever has no password");
        assertEquals(proved, peer.flow());
        assertTrue(proved.sent <= LONGEST_PLAIN_ANSWER && strange.sent <= LONGEST_PLAIN_ANSWER);
        if (from == strange) {
            assertEquals(0, stats.packetsIn());
            assertTrue(dropped() - before + (strange.sent > 0 ? 1 : 0) == 1, "dropped, or answered plainly");
        }
    }

    private byte[] datagram(byte kind, byte[] plain) {
        boolean media = plain.length > 1 && plain.length < 1500 && (plain[0] & 0xc0) == 0x80;
        if ((kind & 2) != 0 && media) {
            return sealed(plain);
        }
        return (kind & 4) != 0 && media && plain.length >= 8 ? sealedReport(plain) : plain;
    }

    /** What follows the header is encrypted as an authentic peer would. */
    private byte[] sealed(byte[] plain) {
        RtpPacket packet = new RtpPacket();
        if (!packet.wrap(plain, 0, plain.length)) {
            return plain;
        }
        byte[] sealed = Arrays.copyOf(plain, plain.length + outbound.overhead());
        outbound.protect(
                sealed,
                0,
                packet.headerLength(),
                plain,
                packet.payloadOffset(),
                packet.payloadLength(),
                packet.sequenceNumber());
        return sealed;
    }

    private byte[] sealedReport(byte[] plain) {
        byte[] sealed = new byte[plain.length + outbound.controlOverhead()];
        outbound.protectControl(plain, plain.length, sealed);
        return sealed;
    }

    private long dropped() {
        return counters.stats(0).dropped().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static DtlsTransport over() {
        DtlsTransport over = new DtlsServer()
                .accept(new Fingerprint("sha-256", "00" + ":00".repeat(31)), (bytes, offset, length) -> {}, null);
        over.close();
        return over;
    }

    /** Counts what leaves by it. */
    private static final class Way implements Flow {
        private final FakeFlow flow;
        int sent;

        Way(int port) {
            flow = new FakeFlow("192.0.2.1", port);
        }

        @Override
        public InetSocketAddress remote() {
            return flow.remote();
        }

        @Override
        public Flow kept() {
            return this;
        }

        @Override
        public void send(byte[] bytes, int offset, int length) {
            sent += length;
        }
    }
}
