package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.FakePeer.Heard;
import app.tutti.sfu.srtp.SrtpProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole peers over loopback: connectivity checks, handshake and packets as a browser sends them. */
class SfuTest {
    private static final int HOST_SSRC = 0x1234;

    private final FakeClock clock = new FakeClock();
    private final Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 2), clock);
    private final Router router = sfu.createRouter();
    private final List<FakePeer> peers = new ArrayList<>();

    @AfterEach
    void stop() {
        sfu.close();
        peers.forEach(FakePeer::close);
    }

    @Test
    void everyListenerHearsTheHostInOrder() throws Exception {
        List<FakePeer> listeners = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            listeners.add(listen());
        }
        FakePeer host = host();
        for (int i = 0; i < 100; i++) {
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
        }
        for (FakePeer listener : listeners) {
            hearsInOrder(listener, 0, 100);
        }
        assertEquals(500, sfu.stats().packetsOut());
        assertEquals(0, sfu.stats().faults());
    }

    @Test
    void aFaultOnAThreadOfTheRelayIsCountedAndTheThreadGoesOn() throws Exception {
        FakePeer listener = listen();
        FakePeer host = host();
        sfu.loop().execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        // No audience and no listener: a fault on each shard's own thread.
        sfu.shards().forEach(shard -> shard.add(null, null, () -> {}));
        for (int i = 0; i < 10; i++) {
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
        }
        hearsInOrder(listener, 0, 10);
        assertEquals(1 + sfu.shards().size(), sfu.stats().faults());
    }

    @Test
    void aListenerThatKnowsOnlyCounterModeHearsTheHost() throws Exception {
        FakePeer listener = listen(SrtpProfile.AES128_CM_HMAC_SHA1_80);
        FakePeer host = host();
        for (int i = 0; i < 10; i++) {
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
        }
        hearsInOrder(listener, 0, 10);
    }

    @Test
    void theRelayBeginsTheHandshakeWithPeersThatAwaitIt() throws Exception {
        FakeListener events = new FakeListener();
        Transport transport = router.createTransport(events);
        FakePeer listener = peer();
        Consumer consumer = transport.consume(listener.offer("recvonly").replace("setup:actpass", "setup:passive"));
        assertEquals("active", FakePeer.attribute(consumer.answer(), "setup"));
        listener.await(consumer.answer());
        consumer.resume();
        assertNotNull(events.connected.poll(10, TimeUnit.SECONDS));
        FakePeer host = host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        assertArrayEquals(payload(0), listener.hear().payload());
        // RFC 8842 §5.3: who began stays so, whatever a later offer would allow.
        String again = transport.consume(listener.offer("recvonly")).answer();
        assertEquals("active", FakePeer.attribute(again, "setup"));
    }

    @Test
    void whoComesBetweenTwoPacketsHearsTheOneBefore() throws Exception {
        FakePeer witness = listen();
        FakePeer host = host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        witness.hear();
        clock.pass(19);
        Transport transport = router.createTransport(new FakeListener());
        FakePeer listener = peer();
        Consumer consumer = transport.consume(listener.offer("recvonly"));
        consumer.resume();
        listener.connect(consumer.answer());
        assertArrayEquals(payload(0), listener.hear().payload());
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        assertArrayEquals(payload(1), listener.hear().payload());
    }

    @Test
    void theStreamGoesOnWhenTheHostComesBack() throws Exception {
        FakePeer listener = listen();
        FakePeer host = host();
        for (int i = 0; i < 10; i++) {
            host.sendRtp(65_530 + i & 0xffff, (65_530 + i) >> 16, 960 * i, HOST_SSRC, payload(i));
        }
        Heard last = hearsInOrder(listener, 0, 10);

        FakePeer again = host();
        clock.pass(500);
        again.sendRtp(7, 0, 123_456, 0x777, payload(10));
        Heard next = listener.hear();
        assertEquals(last.ssrc(), next.ssrc());
        assertEquals(last.sequenceNumber() + 1 & 0xffff, next.sequenceNumber());
        assertEquals(24_000, next.timestamp() - last.timestamp(), "half a second at 48 kHz");

        host.sendRtp(4, 1, 9600, HOST_SSRC, payload(99));
        again.sendRtp(8, 0, 123_456 + 960, 0x777, payload(11));
        Heard after = listener.hear();
        assertArrayEquals(payload(11), after.payload(), "the superseded host is not heard");
        assertEquals(next.sequenceNumber() + 1 & 0xffff, after.sequenceNumber());
    }

    @Test
    void aPauseIsNoLoss() throws Exception {
        Listening listening = new Listening();
        FakePeer listener = listening.connect();
        FakePeer host = host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        Heard before = listener.hear();
        // They share a shard, and the witness comes later there.
        FakePeer witness = listen();
        listening.consumer.pause();
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        witness.hear();
        host.sendRtp(2, 0, 1920, HOST_SSRC, payload(2));
        witness.hear();
        listening.consumer.resume();
        host.sendRtp(3, 0, 2880, HOST_SSRC, payload(3));
        Heard after = listener.hear();
        assertArrayEquals(payload(3), after.payload());
        assertEquals(before.sequenceNumber() + 1 & 0xffff, after.sequenceNumber());
        assertEquals(2880, after.timestamp() - before.timestamp());
    }

    @Test
    void aPeerWithAnotherCertificateIsTurnedAway() throws Exception {
        FakeListener events = new FakeListener();
        Transport transport = router.createTransport(events);
        FakePeer peer = peer();
        String other = peer().dtls.fingerprint();
        String answer = transport
                .consume(FakePeer.offer("recvonly", FakePeer.UFRAG, other))
                .answer();
        assertThrows(Exception.class, () -> peer.connect(answer));
        assertEquals(CloseReason.HANDSHAKE_FAILED, FakePeer.await(events.closed));
        assertEquals(0, router.consumers());
    }

    @Test
    void aPacketThatComesTwiceIsRelayedOnce() throws Exception {
        FakePeer listener = listen();
        FakePeer host = host();
        byte[] packet = host.protect(0, 0, 0, HOST_SSRC, payload(0));
        host.send(packet.clone(), 0, packet.length);
        host.send(packet.clone(), 0, packet.length);
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        hearsInOrder(listener, 0, 2);
        assertEquals(1, sfu.stats().dropped(DropReason.REPLAYED));
    }

    @Test
    void aForgedPacketIsNotRelayed() throws Exception {
        FakePeer listener = listen();
        FakePeer host = host();
        byte[] packet = host.protect(0, 0, 0, HOST_SSRC, payload(9));
        packet[20] ^= 1;
        host.send(packet, 0, packet.length);
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(0));
        hearsInOrder(listener, 0, 1);
        assertEquals(1, sfu.stats().dropped(DropReason.UNAUTHENTIC));
    }

    @Test
    void aPeerThatSaysGoodbyeIsForgotten() throws Exception {
        Listening listening = new Listening();
        FakePeer listener = listening.connect();
        assertEquals(1, router.consumers(), "the listener must be in first");
        listener.dtls.leave();
        assertEquals(CloseReason.DTLS_CLOSED, FakePeer.await(listening.events.closed));
        assertEquals(0, router.consumers());
        assertEquals(0, sfu.stats().transports());
    }

    @Test
    void aPeerThatFallsSilentIsForgottenAfterThirtySeconds() throws Exception {
        Listening listening = new Listening();
        FakePeer listener = listening.connect();
        clock.pass(29_000);
        listener.check(false);
        clock.pass(29_000);
        listener.check(false);
        assertTrue(listening.events.closed.isEmpty(), "it still answers");
        clock.pass(31_000);
        assertEquals(CloseReason.CONSENT_EXPIRED, FakePeer.await(listening.events.closed));
        assertEquals(0, sfu.stats().consumers());
    }

    @Test
    void aTransportThatNobodyComesToIsForgotten() throws Exception {
        FakeListener events = new FakeListener();
        router.createTransport(events);
        clock.pass(31_000);
        assertEquals(CloseReason.CONSENT_EXPIRED, FakePeer.await(events.closed));
    }

    @Test
    void aListenerThatChangesItsNetworkKeepsHearing() throws Exception {
        FakePeer listener = listen();
        FakePeer host = host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        hearsInOrder(listener, 0, 1);
        listener.move();
        listener.check(true);
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        assertArrayEquals(payload(1), listener.hear().payload());
    }

    @Test
    void anIceRestartKeepsTheStream() throws Exception {
        Listening listening = new Listening();
        FakePeer listener = listening.connect();
        FakePeer host = host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        listener.hear();
        String before = listening.consumer.answer();
        String offer = FakePeer.offer("recvonly", "again", listener.dtls.fingerprint());
        assertEquals(listening.consumer, listening.transport.consume(offer));
        String after = listening.consumer.answer();
        assertTrue(!FakePeer.attribute(before, "ice-ufrag").equals(FakePeer.attribute(after, "ice-ufrag")));

        listener.move();
        listener.answered(after);
        listener.sendCheck("again", true);
        FakePeer.await(listener.checks);
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        assertArrayEquals(payload(1), listener.hear().payload());
    }

    @Test
    void garbageChangesNothing() throws Exception {
        FakePeer listener = listen();
        FakePeer host = host();
        FakePeer stranger = peer();
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            FakePeer from = i % 3 == 0 ? stranger : i % 3 == 1 ? listener : host;
            from.send(garbage, 0, garbage.length);
        }
        for (int i = 0; i < 20; i++) {
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
        }
        hearsInOrder(listener, 0, 20);
        assertEquals(0, sfu.stats().faults());
        assertEquals(2, sfu.stats().transports());
        assertTrue(stranger.records.isEmpty() && stranger.media.isEmpty() && stranger.checks.isEmpty());
    }

    @Test
    void whoAsksPlainlyIsToldItsAddress() throws Exception {
        FakePeer stranger = peer();
        byte[] request = app.tutti.sfu.ice.FakeChecks.request(null, null, false);
        stranger.send(request, 0, request.length);
        byte[] answer = FakePeer.await(stranger.checks);
        assertEquals(0x0101, answer[0] << 8 | answer[1]);
        assertTrue(answer.length <= 2 * request.length);
    }

    @Test
    void theHostHearsHowItIsReceivedAndTheListenerWhatTimeItIs() throws Exception {
        FakePeer listener = listen();
        FakePeer host = host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        host.sendRtp(3, 0, 2880, HOST_SSRC, payload(3));
        int ssrc = listener.hear().ssrc();
        listener.hear();
        clock.pass(1_000);

        byte[] toHost = host.hearReport();
        assertEquals(201, toHost[1] & 0xff);
        assertEquals(HOST_SSRC, word(toHost, 8));
        assertEquals(128 << 24 | 2, word(toHost, 12), "two of four lost");

        byte[] toListener = listener.hearReport();
        assertEquals(200, toListener[1] & 0xff);
        assertEquals(ssrc, word(toListener, 4));
        assertEquals(2, word(toListener, 20), "packets sent");
    }

    @Test
    void aTakenPortIsNamed() {
        PortUnavailable refused =
                assertThrows(PortUnavailable.class, () -> Sfu.start(new SfuSettings(sfu.port(), List.of(), 1)));
        assertEquals(sfu.port(), refused.port());
    }

    @Test
    void closingEndsEveryThread() throws Exception {
        listen();
        host();
        sfu.close();
        assertEquals(0, sfu.stats().transports());
        assertTrue(sfu.ended());
    }

    private FakePeer host() throws Exception {
        FakeListener events = new FakeListener();
        Transport transport = router.createTransport(events);
        FakePeer host = peer();
        host.connect(transport.produce(host.offer("sendonly")).answer());
        FakePeer.await(events.connected);
        return host;
    }

    private FakePeer listen(SrtpProfile... profiles) throws Exception {
        return new Listening(profiles).connect();
    }

    private FakePeer peer(SrtpProfile... profiles) {
        FakePeer peer = new FakePeer(sfu.port(), profiles);
        peers.add(peer);
        return peer;
    }

    private static Heard hearsInOrder(FakePeer listener, int from, int to) throws Exception {
        Heard last = null;
        for (int i = from; i < to; i++) {
            Heard heard = listener.hear();
            assertArrayEquals(payload(i), heard.payload());
            assertEquals(FakePeer.PAYLOAD_TYPE, heard.payloadType());
            if (last != null) {
                assertEquals(last.sequenceNumber() + 1 & 0xffff, heard.sequenceNumber());
            }
            if (last != null) {
                assertEquals(960, heard.timestamp() - last.timestamp());
            }
            last = heard;
        }
        return last;
    }

    private static byte[] payload(int number) {
        return ("packet " + number).getBytes();
    }

    private static int word(byte[] bytes, int offset) {
        return java.nio.ByteBuffer.wrap(bytes).getInt(offset);
    }

    /** A listener that is about to connect. */
    private final class Listening {
        final FakeListener events = new FakeListener();
        final Transport transport = router.createTransport(events);
        final FakePeer peer;
        final Consumer consumer;

        Listening(SrtpProfile... profiles) {
            peer = peer(profiles);
            consumer = transport.consume(peer.offer("recvonly"));
        }

        FakePeer connect() throws Exception {
            peer.connect(consumer.answer());
            FakePeer.await(events.connected);
            consumer.resume();
            return peer;
        }
    }
}
