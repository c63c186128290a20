package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.FakePeer.Heard;
import app.tutti.sfu.sdp.SdpFragment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be changed of a transport that stands: its ICE session, and whether its producer is heard. */
class TransportTest {
    private static final int HOST_SSRC = 0x1234;

    private final Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1));
    private final Router router = sfu.createRouter();
    private final List<FakePeer> peers = new ArrayList<>();

    @AfterEach
    void stop() {
        sfu.close();
        peers.forEach(FakePeer::close);
    }

    @Test
    void anIceRestartByFragmentKeepsTheStream() throws Exception {
        FakeListener events = new FakeListener();
        Transport transport = router.createTransport(events);
        FakePeer listener = listener(transport, events);
        FakePeer host = producer(router.createTransport(events), events);
        String before = transport.iceSession();
        assertTrue(transport.trickle(fragment(FakePeer.UFRAG)).isEmpty(), "the same session goes on");
        assertEquals(before, transport.iceSession());

        String ours = transport.trickle(fragment("again")).orElseThrow();
        String after = transport.iceSession();
        assertEquals(after, FakePeer.attribute(ours, "ice-ufrag"));
        assertTrue(!before.equals(after));
        assertTrue(ours.startsWith("a=ice-lite\r\n"), "what the answer said of ICE stays (RFC 9725 §4.3.3)");
        assertTrue(ours.contains("m=audio " + sfu.port() + " UDP/TLS/RTP/SAVPF 109\r\na=mid:0\r\n"), ours);
        assertTrue(ours.contains("a=candidate:1 1 udp "), ours);

        listener.check(true);
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        assertArrayEquals(payload(0), listener.hear().payload(), "until the peer nominates anew, all is as before");
        listener.move();
        listener.answered(ours);
        listener.sendCheck("again", true);
        FakePeer.await(listener.checks);
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        assertArrayEquals(payload(1), listener.hear().payload());
    }

    @Test
    void aTransportWithoutAnOfferHasNoIceSession() {
        Transport transport = router.createTransport(new FakeListener());
        assertThrows(IllegalStateException.class, transport::iceSession);
        assertThrows(IllegalStateException.class, () -> transport.trickle(fragment("again")));
    }

    @Test
    void aPausedProducerIsHeardAgainWhenItResumesWhoeverCameMeanwhile() throws Exception {
        FakeListener events = new FakeListener();
        FakePeer listener = listener(router.createTransport(events), events);
        Transport transport = router.createTransport(events);
        FakePeer page = producer(transport, events);
        Producer producer = transport.produce(page.offer("sendonly"));
        page.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        Heard last = listener.hear();

        producer.pause();
        FakePeer program = producer(router.createTransport(events), events);
        page.sendRtp(1, 0, 960, HOST_SSRC, payload(98));
        program.sendRtp(0, 0, 0, 0x777, payload(1));
        Heard next = listener.hear();
        assertArrayEquals(payload(1), next.payload());
        assertEquals(last.sequenceNumber() + 1 & 0xffff, next.sequenceNumber());

        producer.resume();
        page.sendRtp(2, 0, 1920, HOST_SSRC, payload(2));
        assertArrayEquals(payload(2), listener.hear().payload());
        program.sendRtp(1, 0, 960, 0x777, payload(99));
        page.sendRtp(3, 0, 2880, HOST_SSRC, payload(3));
        assertArrayEquals(payload(3), listener.hear().payload(), "the one before is not heard any more");
    }

    private static SdpFragment fragment(String ufrag) {
        return SdpFragment.parse("a=ice-ufrag:" + ufrag + "\r\na=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa\r\n"
                + "m=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\na=end-of-candidates\r\n");
    }

    private FakePeer listener(Transport transport, FakeListener events) throws Exception {
        FakePeer listener = peer();
        Consumer consumer = transport.consume(listener.offer("recvonly"));
        listener.connect(consumer.answer());
        FakePeer.await(events.connected);
        consumer.resume();
        return listener;
    }

    private FakePeer producer(Transport transport, FakeListener events) throws Exception {
        FakePeer producer = peer();
        producer.connect(transport.produce(producer.offer("sendonly")).answer());
        FakePeer.await(events.connected);
        return producer;
    }

    private FakePeer peer() {
        FakePeer peer = new FakePeer(sfu.port());
        peers.add(peer);
        return peer;
    }

    private static byte[] payload(int number) {
        return ("packet " + number).getBytes();
    }
}
