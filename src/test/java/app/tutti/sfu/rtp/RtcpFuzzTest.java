package app.tutti.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

class RtcpFuzzTest {
    private final RtcpPacket rtcp = new RtcpPacket();

    @FuzzTest
    void aCompoundIsWalkedToItsEndAndNoFurther(byte[] compound) {
        byte[] longer = Arrays.copyOf(compound, compound.length + 300);
        Arrays.fill(longer, compound.length, longer.length, (byte) 0x81);
        String behind = read(longer, compound.length);
        assertEquals(behind, read(compound, compound.length), "what lies behind changes nothing");
    }

    private String read(byte[] bytes, int length) {
        if (!rtcp.wrap(bytes, length)) {
            return "refused";
        }
        StringBuilder read = new StringBuilder();
        int packets = 0;
        while (rtcp.next()) {
            assertTrue(++packets <= length / 8, "every packet has a header");
            int lost = rtcp.fractionLost(0x01010101);
            assertTrue(lost >= -1 && lost <= 255);
            read.append(rtcp.type())
                    .append(' ')
                    .append(rtcp.count())
                    .append(' ')
                    .append(rtcp.ssrc());
            read.append(' ')
                    .append(rtcp.middleOfNtpTime())
                    .append(' ')
                    .append(lost)
                    .append('\n');
        }
        assertTrue(packets > 0);
        return read.toString();
    }
}
