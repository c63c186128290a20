package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.FakePeer.Heard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several producers of one router, several routers of one relay, with whole peers over loopback. */
class RouterTest {
    private static final int FRAME = 960;

    private final FakeClock clock = new FakeClock();
    private final Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 2), clock);
    private final FakeParty party = new FakeParty(sfu);
    private final FakeParty other = new FakeParty(sfu);

    @AfterEach
    void stop() {
        sfu.close();
        party.close();
        other.close();
    }

    @Test
    void theNewestProducerIsHeardFromItsFirstPacketOn() throws Exception {
        FakePeer listener = party.listen();
        FakePeer first = party.host();
        FakePeer second = party.host();
        first.sendRtp(1, 0, FRAME, 11, "first".getBytes());
        Heard before = listener.hear();
        assertEquals("first", new String(before.payload()), "who is silent supersedes nobody");

        clock.pass(40);
        second.sendRtp(9_000, 0, 77, 22, "second".getBytes());
        Heard after = listener.hear();
        assertEquals("second", new String(after.payload()));
        assertFollows(before, after, 2 * FRAME);

        first.sendRtp(2, 0, 2 * FRAME, 11, "first".getBytes());
        FakePeer third = party.host();
        clock.pass(20);
        third.sendRtp(5, 0, 5, 33, "third".getBytes());
        Heard last = listener.hear();
        assertEquals("third", new String(last.payload()), "the first is not heard again");
        assertFollows(after, last, FRAME);
    }

    @Test
    void aProducerThatChangesItsSsrcGoesOn() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        host.sendRtp(100, 0, 0, 11, "before".getBytes());
        Heard before = listener.hear();
        clock.pass(60);
        host.sendRtp(40_000, 0, 1_000_000, 12, "after".getBytes());
        assertFollows(before, listener.hear(), 3 * FRAME);
    }

    @Test
    void aProducerThatNegotiatesAnewGoesOn() throws Exception {
        FakePeer listener = party.listen();
        FakeListener events = new FakeListener();
        Transport transport = party.router.createTransport(events);
        FakePeer host = party.peer();
        Producer producer = transport.produce(host.offer("sendonly"), 20);
        String before = producer.answer();
        host.connect(before);
        FakePeer.await(events.connected);
        host.sendRtp(1, 0, FRAME, 11, "short".getBytes());
        Heard first = listener.hear();
        assertEquals(producer, transport.produce(host.offer("sendonly"), 60));
        assertEquals("60", FakePeer.attribute(producer.answer(), "ptime"));
        for (String same : List.of("ice-ufrag", "ice-pwd", "fingerprint", "candidate")) {
            assertEquals(FakePeer.attribute(before, same), FakePeer.attribute(producer.answer(), same));
        }
        host.sendRtp(2, 0, 2 * FRAME, 11, "long".getBytes());
        assertFollows(first, listener.hear(), FRAME);
    }

    @Test
    void partiesHearTheirOwnHostsOnly() throws Exception {
        FakePeer ana = party.host();
        FakePeer bruno = other.host();
        FakePeer carla = party.listen();
        FakePeer diego = other.listen();
        Heard atCarla = null;
        Heard atDiego = null;
        for (int i = 0; i < 50; i++) {
            ana.sendRtp(i, 0, FRAME * i, 7, ("ana " + i).getBytes());
            bruno.sendRtp(i, 0, FRAME * i, 7, ("bruno " + i).getBytes());
            Heard carlas = carla.hear();
            Heard diegos = diego.hear();
            assertArrayEquals(("ana " + i).getBytes(), carlas.payload());
            assertArrayEquals(("bruno " + i).getBytes(), diegos.payload());
            if (i > 0) {
                assertFollows(atCarla, carlas, FRAME);
                assertFollows(atDiego, diegos, FRAME);
            }
            atCarla = carlas;
            atDiego = diegos;
        }
        assertNotEquals(atCarla.ssrc(), atDiego.ssrc());
        assertTrue(carla.media.isEmpty() && diego.media.isEmpty());

        diego.nack(atCarla.ssrc(), atCarla.sequenceNumber() - 1 & 0xffff);
        party.router.close();
        bruno.sendRtp(50, 0, FRAME * 50, 7, "alone".getBytes());
        assertFollows(atDiego, diego.hear(), FRAME);
        assertEquals(0, sfu.stats().retransmitted(), "another party's packets are nobody's to ask for");
        assertEquals(0, sfu.stats().faults());
    }

    private static void assertFollows(Heard before, Heard after, int ticks) {
        assertEquals(before.ssrc(), after.ssrc());
        assertEquals(before.sequenceNumber() + 1 & 0xffff, after.sequenceNumber());
        assertEquals(ticks, after.timestamp() - before.timestamp());
    }
}
