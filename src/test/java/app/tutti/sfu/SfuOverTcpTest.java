package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.ice.FakeChecks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole peers in networks without UDP: the same by frames over TCP (RFC 6544, RFC 4571). */
class SfuOverTcpTest {
    private static final int HOST_SSRC = 0x1234;

    private final FakeClock clock = new FakeClock();
    private final Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 2), clock);
    private final Router router = sfu.createRouter();
    private final List<FakePeer> peers = new ArrayList<>();

    @AfterEach
    void stop() {
        sfu.close();
        peers.forEach(FakePeer::close);
        assertEquals(0, sfu.stats().faults());
    }

    @Test
    void aListenerWithoutUdpHearsAHostWithoutIt() throws Exception {
        FakePeer listener = new Listening().connect();
        FakePeer host = host(FakeWire::tcp);
        for (int i = 0; i < 100; i++) {
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
        }
        for (int i = 0; i < 100; i++) {
            assertArrayEquals(payload(i), listener.hear().payload());
        }
    }

    @Test
    void theAnswerNamesThePortByTcpAfterUdp() {
        String answer = new Listening().consumer.answer();
        int udp = answer.indexOf(" udp 2130706431 127.0.0.1 " + sfu.port() + " typ host\r\n");
        int tcp = answer.indexOf(" tcp 1520435199 127.0.0.1 " + sfu.port() + " typ host tcptype passive\r\n");
        assertTrue(udp > 0 && tcp > udp, answer);
    }

    @Test
    void aListenerWhoseConnectionBreaksHearsOnByTheNextWithoutNominating() throws Exception {
        FakePeer listener = new Listening().connect();
        FakePeer host = host(FakeWire::udp);
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        assertArrayEquals(payload(0), listener.hear().payload());
        listener.wire().close();
        listener.move(FakeWire::tcp);
        listener.check(false);
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        assertArrayEquals(payload(1), listener.hear().payload());
    }

    @Test
    void aListenerThatFindsUdpGoesOnByIt() throws Exception {
        FakePeer listener = new Listening().connect();
        FakePeer host = host(FakeWire::udp);
        listener.move(FakeWire::udp);
        listener.check(true);
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        assertArrayEquals(payload(0), listener.hear().payload());
    }

    @Test
    void aPeerThatOpensEverMoreConnectionsLosesTheOldest() throws Exception {
        FakePeer listener = new Listening().connect();
        FakeWire oldest = listener.wire();
        for (int i = 0; i < 8; i++) {
            listener.openAnother(FakeWire::tcp);
            listener.check(false);
        }
        oldest.awaitEnd();
        listener.check(false);
    }

    @Test
    void whoIsSentAwayIsDisconnected() throws Exception {
        Listening listening = new Listening();
        FakePeer listener = listening.connect();
        listening.transport.close();
        listener.wire().awaitEnd();
    }

    @Test
    void aPeerThatFallsSilentIsDisconnectedAfterThirtySeconds() throws Exception {
        Listening listening = new Listening();
        FakePeer listener = listening.connect();
        clock.pass(29_000);
        listener.check(false);
        clock.pass(31_000);
        assertEquals(CloseReason.CONSENT_EXPIRED, FakePeer.await(listening.events.closed));
        listener.wire().awaitEnd();
    }

    @Test
    void whoDoesNotProveItselfIsDisconnectedAfterTenSeconds() throws Exception {
        FakePeer proved = new Listening().connect();
        FakePeer stranger = peer(FakeWire::tcp);
        byte[] question = FakeChecks.request(null, null, false);
        stranger.send(question, 0, question.length);
        FakePeer.await(stranger.checks);
        clock.pass(11_000);
        stranger.wire().awaitEnd();
        proved.check(false);
    }

    @Test
    void whoSendsAFrameTooLongIsDisconnected() throws Exception {
        FakePeer stranger = peer(FakeWire::tcp);
        stranger.send(new byte[2049], 0, 2049);
        stranger.wire().awaitEnd();
    }

    @Test
    void whoOnlySendsGarbageIsDisconnected() throws Exception {
        FakePeer stranger = peer(FakeWire::tcp);
        assertThrows(Exception.class, () -> {
            for (int i = 0; i < 1_000_000; i++) {
                stranger.send(new byte[2000], 0, 2000);
            }
        });
        stranger.wire().awaitEnd();
    }

    @Test
    void aListenerThatDoesNotReadHoldsUpNobody() throws Exception {
        FakePeer listener = new Listening().connect();
        Listening other = new Listening();
        FakePeer slow = other.connect();
        FakePeer host = host(FakeWire::udp);
        slow.deaf();
        // More than the kernel's buffers and ours hold.
        for (int i = 0; i < 20_000; i++) {
            host.sendRtp(i & 0xffff, 0, 960 * i, HOST_SSRC, Arrays.copyOf(payload(i), 1000));
            assertArrayEquals(Arrays.copyOf(payload(i), 1000), listener.hear().payload());
        }
        clock.pass(1_000);
        // A tick has counted when its report has come.
        host.hearReport();
        assertTrue(sfu.stats().droppedBySocket() > 0, "what the slow one has missed");
    }

    @Test
    void aFloodOfConnectionsHarmsNobody() throws Exception {
        FakePeer host = host(FakeWire::udp);
        List<Socket> flood = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                flood.add(new Socket(
                        InetAddress.getByName("127.0.0.1"), sfu.port(), InetAddress.getByName("127.0.0.2"), 0));
            }
            FakePeer listener = new Listening().connect();
            host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
            assertArrayEquals(payload(0), listener.hear().payload());
            clock.pass(1_000);
            host.hearReport();
            assertEquals(
                    300 - 256,
                    sfu.stats().dropped(DropReason.REFUSED_CONNECTION),
                    "those beyond what an address may have");
        } finally {
            for (Socket socket : flood) {
                socket.close();
            }
        }
    }

    @Test
    void whoAsksPlainlyByTcpIsToldItsAddress() throws Exception {
        FakePeer stranger = peer(FakeWire::tcp);
        byte[] question = FakeChecks.request(null, null, false);
        stranger.send(question, 0, question.length);
        assertEquals(0x0101, type(FakePeer.await(stranger.checks)));
    }

    @Test
    void whoAsksWithoutFramesIsAnsweredWithout() throws Exception {
        try (Socket stranger = new Socket(InetAddress.getByName("127.0.0.1"), sfu.port())) {
            stranger.setSoTimeout(10_000);
            for (int i = 0; i < 2; i++) {
                stranger.getOutputStream().write(FakeChecks.request(null, null, false));
                byte[] header = stranger.getInputStream().readNBytes(20);
                assertEquals(0x0101, type(header));
                stranger.getInputStream().readNBytes(header[3]);
            }
        }
    }

    @Test
    void aPortTakenByTcpIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            SfuSettings settings = new SfuSettings(taken.getLocalPort(), List.of(), 1);
            PortUnavailable refused = assertThrows(PortUnavailable.class, () -> Sfu.start(settings));
            assertEquals("TCP", refused.protocol());
            assertEquals(taken.getLocalPort(), refused.port());
        }
    }

    private FakePeer host(FakeWire.Kind kind) throws Exception {
        FakeListener events = new FakeListener();
        FakePeer host = peer(kind);
        host.connect(
                router.createTransport(events).produce(host.offer("sendonly")).answer());
        FakePeer.await(events.connected);
        return host;
    }

    private FakePeer peer(FakeWire.Kind kind) {
        FakePeer peer = new FakePeer(new InetSocketAddress("127.0.0.1", sfu.port()), kind);
        peers.add(peer);
        return peer;
    }

    private static byte[] payload(int number) {
        return ("packet " + number).getBytes();
    }

    private static int type(byte[] stun) {
        return stun[0] << 8 | stun[1];
    }

    /** A listener that is about to connect. */
    private final class Listening {
        final FakeListener events = new FakeListener();
        final Transport transport = router.createTransport(events);
        final FakePeer peer = peer(FakeWire::tcp);
        final Consumer consumer = transport.consume(peer.offer("recvonly"));

        FakePeer connect() throws Exception {
            peer.connect(consumer.answer());
            FakePeer.await(events.connected);
            consumer.resume();
            return peer;
        }
    }
}
