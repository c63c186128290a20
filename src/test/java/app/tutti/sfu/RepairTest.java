package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.FakePeer.Heard;
import app.tutti.sfu.rtp.GenericNack;
import app.tutti.sfu.rtp.RtcpPacket;
import app.tutti.sfu.rtp.Words;
import app.tutti.sfu.srtp.SrtpProfile;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole peers over loopback whose packets get lost, and are asked for again (RFC 4585 §6.2.1). */
class RepairTest {
    private static final int HOST_SSRC = 0x1234;

    private final FakeClock clock = new FakeClock();
    private final Sfu sfu = Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1), clock);
    private final FakeParty party = new FakeParty(sfu);

    @AfterEach
    void stop() {
        sfu.close();
        party.close();
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void aListenerThatLosesPacketsGetsTheSameOnesAgain(SrtpProfile profile) throws Exception {
        FakePeer listener = party.listen(profile);
        FakePeer host = party.host();
        Random random = new Random(4585);
        TreeMap<Integer, Heard> heard = new TreeMap<>();
        TreeMap<Integer, byte[]> lost = new TreeMap<>();
        int ssrc = 0;
        int first = 0;
        for (int i = 0; i < 60; i++) {
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
            byte[] packet = listener.nextPacket();
            int number = number(packet);
            ssrc = word(packet, 8);
            first = i == 0 ? number : first;
            if (i % 60 != 59 && random.nextInt(100) < 20) {
                lost.put(number, packet);
            } else {
                heard.put(number, listener.open(packet));
            }
        }
        assertTrue(lost.size() > 5, "packets must get lost");
        listener.nack(ssrc, lost.keySet().stream().mapToLong(Integer::longValue).toArray());
        for (int i = 0; i < lost.size(); i++) {
            byte[] again = listener.nextPacket();
            int number = number(again);
            assertArrayEquals(lost.get(number), again, "bit for bit, or a nonce was used twice");
            heard.put(number, listener.open(again));
        }
        for (int i = 0; i < 60; i++) {
            assertArrayEquals(payload(i), heard.get(first + i & 0xffff).payload());
        }
        assertEquals(lost.size(), sfu.stats().retransmitted());
        assertEquals(60, sfu.stats().packetsOut());
        assertEquals(0, sfu.stats().faults());
    }

    @Test
    void whatIsAskedForTooOftenIsNotSent() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        Heard lost = listener.hear();
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        assertArrayEquals(payload(1), listener.hear().payload());
        for (int i = 2; i < 12; i++) {
            listener.nack(lost.ssrc(), lost.sequenceNumber(), lost.sequenceNumber(), lost.sequenceNumber());
            clock.pass(50);
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
            while (number(listener.nextPacket()) != (lost.sequenceNumber() + i & 0xffff)) {
                // The answer, if there is one, and what came before.
            }
        }
        assertEquals(3, sfu.stats().retransmitted());
        assertEquals(0, sfu.stats().faults());
    }

    @Test
    void theNewestPacketIsNotSentTwiceInARow() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        Heard newest = listener.hear();
        listener.nack(newest.ssrc(), newest.sequenceNumber());
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        assertArrayEquals(payload(1), listener.hear().payload());
        assertEquals(0, sfu.stats().faults());
    }

    @Test
    void whatWasSentBeforeAPauseIsNotSentUnderOtherNumbers() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        for (int i = 0; i < 10; i++) {
            host.sendRtp(i, 0, 960 * i, HOST_SSRC, payload(i));
            listener.hear();
        }
        FakePeer witness = party.listen();
        Consumer paused = party.consumers.getFirst();
        paused.pause();
        host.sendRtp(10, 0, 9600, HOST_SSRC, payload(10));
        witness.hear();
        host.sendRtp(11, 0, 10_560, HOST_SSRC, payload(11));
        witness.hear();
        paused.resume();
        host.sendRtp(12, 0, 11_520, HOST_SSRC, payload(12));
        Heard after = listener.hear();
        assertArrayEquals(payload(12), after.payload(), "nothing of the pause is heard");
        for (int back = 1; back <= 12; back++) {
            listener.nack(after.ssrc(), after.sequenceNumber() - back & 0xffff);
        }
        host.sendRtp(13, 0, 12_480, HOST_SSRC, payload(13));
        assertArrayEquals(payload(13), listener.hear().payload());
        assertEquals(0, sfu.stats().retransmitted());
    }

    @Test
    void anotherPayloadTypeMakesAnotherPacketSoOldOnesAreGone() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        Heard before = listener.hear();
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        listener.hear();
        party.consumers.getFirst().sender().payloadTypes(new PayloadTypes(96, PayloadTypes.NONE));
        listener.nack(before.ssrc(), before.sequenceNumber());
        host.sendRtp(2, 0, 1920, HOST_SSRC, payload(2));
        assertEquals(96, listener.hear().payloadType());
        listener.nack(before.ssrc(), before.sequenceNumber());
        host.sendRtp(3, 0, 2880, HOST_SSRC, payload(3));
        assertArrayEquals(payload(3), listener.hear().payload());
        assertEquals(0, sfu.stats().retransmitted());
    }

    @Test
    void aNackForAnotherStreamChangesNothing() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        host.sendRtp(0, 0, 0, HOST_SSRC, payload(0));
        Heard first = listener.hear();
        host.sendRtp(1, 0, 960, HOST_SSRC, payload(1));
        listener.hear();
        listener.nack(first.ssrc() + 1, first.sequenceNumber());
        host.nack(first.ssrc(), first.sequenceNumber());
        host.sendRtp(2, 0, 1920, HOST_SSRC, payload(2));
        assertArrayEquals(payload(2), listener.hear().payload());
        assertEquals(2, sfu.stats().nacks());
        assertEquals(0, sfu.stats().retransmitted());
    }

    @Test
    void theHostIsAskedForWhatItsNetworkLost() throws Exception {
        FakePeer listener = party.listen();
        FakePeer host = party.host();
        host.sendRtp(65_534, 0, 0, HOST_SSRC, payload(0));
        host.sendRtp(1, 1, 2880, HOST_SSRC, payload(3));
        assertArrayEquals(payload(0), listener.hear().payload());
        assertArrayEquals(payload(3), listener.hear().payload(), "nobody waits for what is missing");

        byte[] asked = host.hearReport();
        assertEquals(Set.of(65_535, 0), missing(asked));
        host.sendRtp(65_535, 0, 960, HOST_SSRC, payload(1));
        Heard late = listener.hear();
        assertArrayEquals(payload(1), late.payload());

        clock.pass(200);
        host.sendRtp(2, 1, 3840, HOST_SSRC, payload(4));
        Heard next = listener.hear();
        assertEquals(late.sequenceNumber() + 3 & 0xffff, next.sequenceNumber());
        assertEquals(Set.of(0), missing(host.hearReport()), "again what is still missing");
        assertEquals(2, sfu.stats().nacksSent());
    }

    @Test
    void whoSpeaksRedundantAudioGetsItAndWhoDoesNotGetsThePlainFrames() throws Exception {
        FakePeer redundant = party.listen(peer -> peer.redOffer("recvonly", 109, 63));
        FakePeer plain = party.listen();
        FakePeer host = party.host(peer -> peer.redOffer("sendonly", 63, 109));
        byte[] red = HexFormat.of().parseHex("ed0f0002" + "6d" + "0102" + "030405");
        host.payloadType = 63;
        host.sendRtp(0, 0, 0, HOST_SSRC, red);
        Heard whole = redundant.hear();
        assertEquals(63, whole.payloadType());
        assertArrayEquals(red, whole.payload());
        Heard part = plain.hear();
        assertEquals(FakePeer.PAYLOAD_TYPE, part.payloadType());
        assertArrayEquals(new byte[] {3, 4, 5}, part.payload());

        host.sendRtp(1, 0, 960, HOST_SSRC, HexFormat.of().parseHex("ed0f03ff" + "6d" + "0102"));
        host.payloadType = FakePeer.PAYLOAD_TYPE;
        host.sendRtp(2, 0, 1920, HOST_SSRC, payload(2));
        for (FakePeer listener : List.of(redundant, plain)) {
            Heard next = listener.hear();
            assertEquals(FakePeer.PAYLOAD_TYPE, next.payloadType(), "a frame too long for its packet is not relayed");
            assertArrayEquals(payload(2), next.payload());
        }
        assertEquals(1, sfu.stats().unexpected());

        redundant.nack(whole.ssrc(), whole.sequenceNumber());
        byte[] again = redundant.nextPacket();
        assertEquals(63, again[1]);
        assertEquals(whole.sequenceNumber(), number(again));
        assertEquals(0, sfu.stats().faults());
    }

    @Test
    void aHostThatOffersRedundantAudioOnlyAsWellSendsPlain() throws Exception {
        Transport transport = party.router.createTransport(new FakeListener());
        FakePeer host = party.peer();
        String answer = transport.produce(host.redOffer("sendonly", 109, 63)).answer();
        assertTrue(answer.contains("SAVPF 109\r\n"));
        answer = transport.produce(host.redOffer("sendonly", 63, 109)).answer();
        assertTrue(answer.contains("SAVPF 63 109\r\n"));
        assertTrue(answer.contains("a=fmtp:63 109/109\r\n"));
    }

    private static Set<Integer> missing(byte[] report) {
        Set<Integer> missing = new TreeSet<>();
        RtcpPacket rtcp = new RtcpPacket();
        assertTrue(rtcp.wrap(report, report.length));
        while (rtcp.next()) {
            if (rtcp.type() == RtcpPacket.TRANSPORT_FEEDBACK && rtcp.count() == RtcpPacket.GENERIC_NACK) {
                assertEquals(HOST_SSRC, rtcp.mediaSsrc());
                GenericNack.read(report, rtcp.feedbackOffset(), rtcp.feedbackLength(), missing::add);
            }
        }
        return missing;
    }

    private static byte[] payload(int number) {
        return ("packet " + number).getBytes();
    }

    private static int number(byte[] packet) {
        return Words.unsignedShort(packet, 2);
    }

    private static int word(byte[] bytes, int offset) {
        return Words.get(bytes, offset);
    }
}
