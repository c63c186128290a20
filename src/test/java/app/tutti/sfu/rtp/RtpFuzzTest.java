package app.tutti.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

class RtpFuzzTest {
    private final RtpPacket packet = new RtpPacket();

    @FuzzTest
    void thePayloadLiesWithinThePacketAndTheHeaderIsWrittenBackAsItWasRead(byte[] datagram) {
        byte[] longer = Arrays.copyOf(datagram, datagram.length + 300);
        boolean behind = packet.wrap(longer, 0, datagram.length);
        assertEquals(behind, packet.wrap(datagram, 0, datagram.length), "what lies behind changes nothing");
        if (!behind) {
            return;
        }
        payloadLiesWithin(datagram.length);
        byte[] header = new byte[RtpPacket.HEADER];
        RtpPacket.writeHeader(
                header,
                0,
                packet.marker(),
                packet.payloadType(),
                packet.sequenceNumber(),
                packet.timestamp(),
                packet.ssrc());
        byte[] expected = Arrays.copyOf(datagram, RtpPacket.HEADER);
        expected[0] = (byte) 0x80; // without padding, extension and contributing sources
        assertArrayEquals(expected, header);
        if (packet.trimPadding()) {
            payloadLiesWithin(datagram.length);
        }
    }

    private void payloadLiesWithin(int length) {
        assertTrue(packet.payloadOffset() >= RtpPacket.HEADER);
        assertTrue(packet.payloadLength() >= 0);
        assertTrue(packet.payloadOffset() + packet.payloadLength() <= length);
    }
}
