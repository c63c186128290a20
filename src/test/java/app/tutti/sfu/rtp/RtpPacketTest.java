package app.tutti.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RtpPacketTest {
    private final RtpPacket packet = new RtpPacket();

    @Test
    void aHeaderIsReadAsItWasWritten() {
        byte[] bytes = new byte[15];
        RtpPacket.writeHeader(bytes, 0, true, 111, 0x5_fffe, -5, 0xdeadbeef);
        assertTrue(packet.wrap(bytes, 0, bytes.length));
        assertTrue(packet.marker());
        assertEquals(111, packet.payloadType());
        assertEquals(0xfffe, packet.sequenceNumber());
        assertEquals(-5, packet.timestamp());
        assertEquals(0xdeadbeef, packet.ssrc());
        assertEquals(12, packet.payloadOffset());
        assertEquals(3, packet.payloadLength());
    }

    @Test
    void contributingSourcesAndExtensionBelongToTheHeader() {
        assertTrue(wrap("916f00010000000200000003" + "00000004" + "bede0001" + "10aa0000" + "ffff"));
        assertEquals(24, packet.headerLength());
        assertEquals(2, packet.payloadLength());
    }

    @Test
    void whatIsCutShortOrOfAnotherVersionIsRefused() {
        assertFalse(wrap("806f0001000000020000"), "ten bytes");
        assertFalse(wrap("406f00010000000200000003"), "version 1");
        assertFalse(wrap("8f6f00010000000200000003"), "fifteen sources that are not there");
        assertFalse(wrap("906f00010000000200000003bede"), "half an extension header");
        assertFalse(wrap("906f00010000000200000003bede000100"), "an extension that is not there");
    }

    @Test
    void paddingIsTakenOff() {
        assertTrue(wrap("a06f00010000000200000003" + "aabb" + "000003"));
        assertTrue(packet.trimPadding());
        assertEquals(2, packet.payloadLength());
    }

    @Test
    void paddingThatLiesIsRefused() {
        for (String payload : new String[] {"", "00", "aa04ff"}) {
            assertTrue(wrap("a06f00010000000200000003" + payload));
            assertFalse(packet.trimPadding(), payload);
        }
    }

    @Property
    void noBytesThrow(@ForAll @Size(max = 64) byte[] bytes) {
        if (packet.wrap(bytes, 0, bytes.length) && packet.trimPadding()) {
            assertTrue(packet.payloadOffset() + packet.payloadLength() <= bytes.length);
        }
    }

    private boolean wrap(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return packet.wrap(bytes, 0, bytes.length);
    }
}
