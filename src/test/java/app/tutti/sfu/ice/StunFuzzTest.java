package app.tutti.sfu.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.net.FakeFlow;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.SecureRandom;
import java.util.Arrays;

class StunFuzzTest {
    private static final FakeFlow SOURCE = new FakeFlow("2001:db8::1", 1000);
    private static final IceCredentials OURS = IceCredentials.random(new SecureRandom());
    private static final int LONGEST_PLAIN_ANSWER = 52;

    private final StunPacket packet = new StunPacket();
    private final byte[] answer = new byte[StunPacket.LONGEST_ANSWER];

    @FuzzTest
    void whateverComesIsReadWithinItsBoundsAndNeverBelieved(byte[] datagram) {
        boolean wellFormed = packet.wrap(datagram, datagram.length);
        String read = wellFormed ? packet.username() + packet.unknownCount() + packet.nominates() : "";
        byte[] longer = Arrays.copyOf(datagram, datagram.length + 600);
        Arrays.fill(longer, datagram.length, longer.length, (byte) 0xff);
        assertEquals(wellFormed, packet.wrap(longer, datagram.length), "what lies behind changes nothing");
        if (!wellFormed) {
            return;
        }
        assertEquals(read, packet.username() + packet.unknownCount() + packet.nominates());
        int length = new PlainBinding().answer(packet, SOURCE.remote(), answer);
        assertTrue(length <= LONGEST_PLAIN_ANSWER);
        assertEquals(length - StunPacket.HEADER, answer[2] << 8 | answer[3]);
        IceTransport ice = new IceTransport(0);
        ice.credentials(OURS, "peer");
        assertEquals(0, ice.check(packet, SOURCE, 1, answer), "nobody guesses a password");
        assertNull(ice.selected());
    }

    @FuzzTest
    void anAuthenticCheckIsAnsweredWhateverAttributesItHas(byte[] attributes) {
        IceTransport ice = new IceTransport(0);
        ice.credentials(OURS, "peer");
        byte[] request = FakeChecks.signed(OURS.ufrag() + ":peer", OURS.password(), attributes);
        if (!packet.wrap(request, request.length)) {
            return;
        }
        int length = ice.check(packet, SOURCE, 1, answer);
        assertTrue(length <= answer.length && length % 4 == 0);
        assertEquals(Math.max(0, length - StunPacket.HEADER), length == 0 ? 0 : answer[2] << 8 | answer[3] & 0xff);
        boolean success = length > 0 && answer[1] == 1 && answer[0] == 1;
        assertEquals(success, ice.selected() != null, "only what is answered with success moves the peer");
    }
}
