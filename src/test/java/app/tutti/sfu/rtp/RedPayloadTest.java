package app.tutti.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RedPayloadTest {
    private static final int OPUS = 111;

    @Test
    void thePrimaryFrameStandsBehindTheEarlierOnes() {
        assertEquals(5 + 3, primary("ef0f0003" + "6f" + "aaaaaa" + "bbbb"), "one before");
        assertEquals(9 + 3, primary("ef1e0002" + "ef0f0001" + "6f" + "aaaa" + "aa" + "bb"), "two before");
        assertEquals(1, primary("6f" + "bb"), "none before");
        assertEquals(5, primary("ef0f0000" + "6f" + "bb"), "an empty one before");
    }

    @Test
    void headersThatLieAreRefused() {
        assertEquals(-1, primary(""), "nothing");
        assertEquals(-1, primary("6f"), "no primary frame");
        assertEquals(-1, primary("ef0f0003" + "6f" + "aaaaaa"), "no primary frame behind the earlier one");
        assertEquals(-1, primary("ef0f03ff" + "6f" + "aaaaaabb"), "longer than the packet");
        assertEquals(-1, primary("ef0f00"), "half a header");
        assertEquals(-1, primary("ef0f0000"), "no last header");
        assertEquals(-1, primary("ef0f0000" + "ef0f0000" + "ef"), "headers without an end");
        assertEquals(-1, primary("e00f0001" + "6f" + "aabb"), "an earlier frame of something else");
        assertEquals(-1, primary("ef0f0001" + "60" + "aabb"), "a primary frame of something else");
    }

    @Test
    void everyFrameGetsTheListenersPayloadType() {
        byte[] payload = HexFormat.of().parseHex("00" + "ef1e0002" + "ef0f0001" + "6f" + "ffff" + "ff" + "ff");
        RedPayload.retype(payload, 1, 109);
        assertArrayEquals(
                HexFormat.of().parseHex("00" + "ed1e0002" + "ed0f0001" + "6d" + "ffff" + "ff" + "ff"), payload);
    }

    @Property
    void noBytesLeadOutOfThePacket(@ForAll @Size(max = 40) byte[] hostile, @ForAll boolean plausible) {
        if (plausible) {
            for (int i = 0; i < hostile.length; i += 4) {
                hostile[i] = (byte) (hostile[i] & 0x80 | OPUS);
            }
        }
        byte[] padded = new byte[hostile.length + 20];
        System.arraycopy(hostile, 0, padded, 10, hostile.length);
        int primary = RedPayload.primary(padded, 10, hostile.length, OPUS);
        assertTrue(primary == -1 || primary > 0 && primary < hostile.length);
        if (primary > 0) {
            RedPayload.retype(padded, 10, OPUS);
            assertEquals(primary, RedPayload.primary(padded, 10, hostile.length, OPUS));
        }
    }

    private static int primary(String hex) {
        byte[] payload = HexFormat.of().parseHex(hex);
        return RedPayload.primary(payload, 0, payload.length, OPUS);
    }
}
