package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.FakePeer.Heard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is there, and where, by what a peer checks and sends. */
class SignsOfLifeTest {
    private static final int HOST_SSRC = 0x1234;

    private final FakeClock clock = new FakeClock();
    private final Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1), clock);
    private final FakeParty party = new FakeParty(sfu);

    @AfterEach
    void stop() {
        sfu.close();
        party.close();
    }

    @Test
    void aHostThatSendsMusicIsThereWhateverItChecks() throws Exception {
        FakePeer listener = party.listen();
        FakeListener events = new FakeListener();
        FakePeer host = party.peer();
        host.connect(party.router
                .createTransport(events)
                .produce(host.offer("sendonly"))
                .answer());
        FakePeer.await(events.connected);
        for (int i = 0; i < 6; i++) {
            clock.pass(20_000);
            listener.check(false);
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
            assertArrayEquals(payload(i), listener.hear().payload());
        }
        assertTrue(events.closed.isEmpty(), "two minutes without a check");
        clock.pass(31_000);
        assertEquals(CloseReason.CONSENT_EXPIRED, FakePeer.await(events.closed));
    }

    /** As GStreamer 1.22 listens. */
    @Test
    void aListenerThatReportsIsThereWhateverItChecks() throws Exception {
        FakePeer host = party.host();
        FakeListener events = new FakeListener();
        FakePeer listener = party.peer();
        Consumer consumer = party.router.createTransport(events).consume(listener.offer("recvonly"));
        listener.connect(consumer.answer());
        FakePeer.await(events.connected);
        consumer.resume();
        for (int i = 0; i < 6; i++) {
            clock.pass(20_000);
            byte[] report = {(byte) 0x80, (byte) 201, 0, 1, 0, 0, 0, 1};
            listener.sendReport(report);
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
            assertArrayEquals(payload(i), listener.hear().payload());
        }
        assertTrue(events.closed.isEmpty(), "two minutes without a check");
        clock.pass(31_000);
        assertEquals(CloseReason.CONSENT_EXPIRED, FakePeer.await(events.closed));
    }

    @Test
    void aHostThatIsAnotherSourceEveryNowAndThenIsHeard() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        for (int i = 0; i < 200; i++) {
            host.sendRtp(i, 0, 960 * i, i, payload(i));
            assertArrayEquals(payload(i), listener.hear().payload());
            byte[] goodbye = {(byte) 0x81, (byte) 203, 0, 1, 0, 0, 0, (byte) i};
            host.sendReport(goodbye);
        }
    }

    @Test
    void aPacketWithoutAFrameGoesToNobodyAndLooksLikeNoLoss() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        host.sendRtp(1, 0, 960, HOST_SSRC, new byte[0]);
        host.sendRtp(2, 0, 960, HOST_SSRC, payload(1));
        host.sendOdd(0xa0, FakePeer.PAYLOAD_TYPE, 3, HOST_SSRC, new byte[] {0, 2});
        host.sendRtp(4, 0, 1920, HOST_SSRC, payload(2));
        hearsInOrder(listener, 3);
        assertEquals(2, sfu.stats().dropped(DropReason.EMPTY));
    }

    @Test
    void aListenerIsSentToWhereItIsStillHeard() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        FakeWire nominated = listener.wire();
        listener.openAnother(FakeWire::udp);
        listener.check(false);
        clock.pass(16_000);
        listener.check(false);
        nominated.close();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        hearsInOrder(listener, 1);
    }

    private static void hearsInOrder(FakePeer listener, int to) throws Exception {
        Heard last = null;
        for (int i = 0; i < to; i++) {
            Heard heard = listener.hear();
            assertArrayEquals(payload(i), heard.payload());
            if (last != null) {
                assertEquals(last.sequenceNumber() + 1 & 0xffff, heard.sequenceNumber());
            }
            last = heard;
        }
    }

    private static byte[] payload(int number) {
        return ("packet " + number).getBytes();
    }
}
