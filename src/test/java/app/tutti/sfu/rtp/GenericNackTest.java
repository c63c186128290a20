package app.tutti.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GenericNackTest {
    private final RtcpPacket rtcp = new RtcpPacket();
    private final byte[] bytes = new byte[RtcpWriter.LONGEST + 12 + 4 * MissingPackets.MOST];

    @Test
    void aWordNamesTheFirstAndABitEachOfTheNextSixteen() {
        assertEquals(List.of(0x0102, 0x0103, 0x0112), read("01028001"));
    }

    @Test
    void numbersGoOnAfterTheLast() {
        assertEquals(List.of(0xffff, 0, 15), read("ffff8001"));
    }

    @Test
    void aRestOfLessThanAWordNamesNothing() {
        assertEquals(List.of(1), read("00010000ffffff"));
        assertEquals(List.of(), read("ffffff"));
        assertEquals(List.of(), read(""));
    }

    @Test
    void whatIsWrittenBeginsWithAReportAndACname() {
        int length = RtcpWriter.nack(bytes, 7, "n", 9, new long[] {0x1fffeL, 0x1ffffL, 0x2000fL}, 3);
        assertEquals(
                "80c90001" + "00000007" + "81ca0002" + "00000007" + "01016e00" + "81cd0004" + "00000007" + "00000009"
                        + "fffe0001" + "000f0000",
                HexFormat.of().formatHex(bytes, 0, length));
        assertTrue(rtcp.wrap(bytes, length));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @Size(max = MissingPackets.MOST) Set<@IntRange(max = 200_000) Integer> missing) {
        long[] indices = missing.stream().sorted().mapToLong(Integer::longValue).toArray();
        int length = RtcpWriter.nack(bytes, 7, "relay", 9, indices, indices.length);
        assertTrue(rtcp.wrap(bytes, length));
        rtcp.next();
        rtcp.next();
        assertTrue(rtcp.next(), "after report and name");
        assertEquals(9, rtcp.mediaSsrc());
        List<Integer> read = new ArrayList<>();
        GenericNack.read(bytes, rtcp.feedbackOffset(), rtcp.feedbackLength(), read::add);
        Set<Integer> numbers = new TreeSet<>();
        missing.forEach(index -> numbers.add(index & 0xffff));
        assertEquals(numbers, new TreeSet<>(read));
        assertFalse(rtcp.next());
    }

    @Property
    void noFeedbackLeadsBeyondItsPacket(@ForAll @Size(max = 64) byte[] hostile) {
        if (!rtcp.wrap(hostile, hostile.length)) {
            return;
        }
        while (rtcp.next()) {
            rtcp.mediaSsrc();
            GenericNack.read(hostile, rtcp.feedbackOffset(), rtcp.feedbackLength(), number -> {
                assertTrue(number >= 0 && number <= 0xffff);
            });
        }
    }

    @Test
    void feedbackThatIsCutShortNamesNothing() {
        byte[] cut = HexFormat.of().parseHex("81cd0001" + "00000007");
        assertTrue(rtcp.wrap(cut, cut.length));
        assertTrue(rtcp.next());
        assertEquals(0, rtcp.mediaSsrc());
        assertEquals(0, rtcp.feedbackLength());
    }

    private static List<Integer> read(String hex) {
        byte[] words = HexFormat.of().parseHex(hex);
        List<Integer> read = new ArrayList<>();
        GenericNack.read(words, 0, words.length, read::add);
        return read;
    }
}
