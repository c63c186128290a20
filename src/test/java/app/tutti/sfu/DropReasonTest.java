package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.ice.FakeChecks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** This datagram is counted there, and the relay goes on. */
class DropReasonTest {
    private static final int SSRC = 0x1234;

    private final FakeClock clock = new FakeClock();
    private final Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1), clock);
    private final Router router = sfu.createRouter();
    private final FakePeer listener = new FakePeer(sfu.port());
    private final FakePeer host = new FakePeer(sfu.port());
    private final FakePeer proved = new FakePeer(sfu.port());
    private final FakePeer stranger = new FakePeer(sfu.port());

    /** Sends something that is dropped. */
    private interface Misdeed {
        void commit(DropReasonTest those) throws Exception;
    }

    static Stream<Arguments> ofStrangers() {
        return Stream.of(
                misdeed("nothing", DropReason.UNKNOWN_PROTOCOL, those -> those.stranger.send(new byte[0], 0, 0)),
                misdeed("TURN channel data", DropReason.UNKNOWN_PROTOCOL, strangers(0x40, 20)),
                misdeed("more than our buffer holds", DropReason.OVERSIZE, strangers(0x80, 3000)),
                misdeed("half a STUN header", DropReason.MALFORMED_STUN, strangers(0, 12)),
                misdeed("a check for nobody", DropReason.UNAUTHENTIC_STUN, those -> {
                    byte[] check = FakeChecks.request("nobody:peer", "guessed", true);
                    those.stranger.send(check, 0, check.length);
                }),
                misdeed("a stranger's packet", DropReason.UNPROVED_ADDRESS, strangers(0x80, 100)),
                misdeed("a stranger's record", DropReason.UNPROVED_ADDRESS, strangers(22, 100)),
                misdeed("a packet before the handshake", DropReason.NO_KEY_YET, those -> {
                    those.proved.send(start(0x80, 100), 0, 100);
                }));
    }

    /** Who has shaken hands. */
    static Stream<Arguments> ofPeers() {
        return Stream.of(
                misdeed("one byte of a packet", DropReason.MALFORMED_RTP, hosts(0x80, 1)),
                misdeed("a packet without room for its tag", DropReason.MALFORMED_RTP, hosts(0x80, 20)),
                misdeed("a header without its sources", DropReason.MALFORMED_RTP, hosts(0x8f, 40)),
                misdeed("an extension longer than its packet", DropReason.MALFORMED_RTP, those -> {
                    byte[] packet = start(0x90, 60);
                    packet[14] = 1; // 256 words
                    those.host.send(packet, 0, packet.length);
                }),
                misdeed("a report cut short", DropReason.MALFORMED_RTCP, those -> {
                    byte[] report = start(0x80, 20);
                    report[1] = (byte) 200;
                    those.host.send(report, 0, report.length);
                }),
                misdeed("a compound whose lengths lie", DropReason.MALFORMED_RTCP, those -> {
                    byte[] report = start(0x80, 28);
                    report[1] = (byte) 200;
                    report[3] = 100;
                    those.host.sendReport(report);
                }),
                misdeed("a forged packet", DropReason.UNAUTHENTIC, those -> {
                    byte[] packet = those.host.protect(1, 0, 960, SSRC, new byte[20]);
                    packet[20] ^= 1;
                    those.host.send(packet, 0, packet.length);
                }),
                misdeed("a packet again", DropReason.REPLAYED, those -> {
                    byte[] packet = those.host.protect(0, 0, 0, SSRC, new byte[20]);
                    those.host.send(packet, 0, packet.length);
                }),
                misdeed("padding longer than its packet", DropReason.WRONG_PADDING, those -> {
                    byte[] payload = new byte[20];
                    payload[19] = 21;
                    those.host.sendOdd(0xa0, FakePeer.PAYLOAD_TYPE, 1, SSRC, payload);
                }),
                misdeed("padding of no bytes", DropReason.WRONG_PADDING, those -> {
                    those.host.sendOdd(0xa0, FakePeer.PAYLOAD_TYPE, 1, SSRC, new byte[20]);
                }),
                misdeed("another payload type", DropReason.WRONG_PAYLOAD_TYPE, those -> {
                    those.host.sendOdd(0x80, 8, 1, SSRC, new byte[20]);
                }),
                misdeed("more payload than is relayed", DropReason.LONG_PAYLOAD, those -> {
                    those.host.sendOdd(0x80, FakePeer.PAYLOAD_TYPE, 1, SSRC, new byte[1401]);
                }),
                misdeed("nothing but a header", DropReason.EMPTY, those -> {
                    those.host.sendOdd(0x80, FakePeer.PAYLOAD_TYPE, 1, SSRC, new byte[0]);
                }),
                misdeed("nothing but padding", DropReason.EMPTY, those -> {
                    byte[] payload = new byte[20];
                    payload[19] = 20;
                    those.host.sendOdd(0xa0, FakePeer.PAYLOAD_TYPE, 1, SSRC, payload);
                }),
                misdeed("a packet from a listener", DropReason.NOT_HEARD, those -> {
                    those.listener.sendOdd(0x80, FakePeer.PAYLOAD_TYPE, 1, SSRC, new byte[20]);
                }));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"ofStrangers", "ofPeers"})
    void whatIsDroppedIsCountedByItsReasonAndTheRelayGoesOn(String what, DropReason reason, Misdeed misdeed)
            throws Exception {
        everybodyConnects();
        host.sendRtp(0, 0, 0, SSRC, "before".getBytes());
        assertArrayEquals("before".getBytes(), listener.hear().payload(), "the relay must work before");
        assertEquals(0, sfu.stats().dropped(reason));

        misdeed.commit(this);
        // From the same thread by way of one port each: what is heard next was received after the misdeed.
        host.sendRtp(2, 0, 1920, SSRC, "after".getBytes());
        assertArrayEquals("after".getBytes(), listener.hear().payload());
        assertEquals(1, sfu.stats().dropped(reason));
        assertEquals(0, sfu.stats().faults());
        assertEquals(3, sfu.stats().transports(), "and nothing was made");
        assertTrue(stranger.checks.isEmpty() && stranger.records.isEmpty() && stranger.media.isEmpty());
    }

    @AfterEach
    void stop() {
        sfu.close();
        Stream.of(listener, host, proved, stranger).forEach(FakePeer::close);
    }

    private void everybodyConnects() throws Exception {
        FakeListener events = new FakeListener();
        Consumer consumer = router.createTransport(events).consume(listener.offer("recvonly"));
        listener.connect(consumer.answer());
        FakePeer.await(events.connected);
        consumer.resume();
        host.connect(
                router.createTransport(events).produce(host.offer("sendonly")).answer());
        FakePeer.await(events.connected);
        proved.answered(
                router.createTransport(events).consume(proved.offer("recvonly")).answer());
        proved.check(true);
    }

    private static Arguments misdeed(String what, DropReason reason, Misdeed misdeed) {
        return Arguments.of(what, reason, misdeed);
    }

    private static Misdeed strangers(int first, int length) {
        return those -> those.stranger.send(start(first, length), 0, length);
    }

    private static Misdeed hosts(int first, int length) {
        return those -> those.host.send(start(first, length), 0, length);
    }

    private static byte[] start(int first, int length) {
        byte[] bytes = new byte[length];
        bytes[0] = (byte) first;
        return bytes;
    }
}
