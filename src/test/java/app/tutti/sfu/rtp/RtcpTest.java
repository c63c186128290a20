package app.tutti.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RtcpTest {
    private static final long SECOND = 1_000_000_000L;

    private final byte[] bytes = new byte[RtcpWriter.LONGEST];
    private final RtcpPacket rtcp = new RtcpPacket();

    @Test
    void aSenderReportTellsTimeAndCounts() {
        int length = RtcpWriter.senderReport(bytes, 7, "name", 0x0102030405060708L, 960, 3, 99);
        assertEquals(
                "80c80006" + "00000007" + "0102030405060708" + "000003c0" + "00000003" + "00000063" + "81ca0003"
                        + "00000007" + "01046e616d65" + "0000",
                hex(length));
        assertTrue(rtcp.wrap(bytes, length));
        assertTrue(rtcp.next());
        assertEquals(RtcpPacket.SENDER_REPORT, rtcp.type());
        assertEquals(0x03040506, rtcp.middleOfNtpTime());
        assertTrue(rtcp.next());
        assertEquals(RtcpPacket.SOURCE_DESCRIPTION, rtcp.type());
        assertFalse(rtcp.next());
    }

    @Test
    void everyNameEndsInAZeroAndFillsItsWord() {
        for (int size = 0; size < 20; size++) {
            int length = RtcpWriter.senderReport(bytes, 7, "n".repeat(size), 0, 0, 0, 0);
            assertTrue(rtcp.wrap(bytes, length), "size " + size);
            assertEquals(0, bytes[28 + 8 + 2 + size]);
        }
    }

    @Test
    void aReceiverReportTellsLossSinceTheOneBeforeAndInAll() {
        ReceptionStatistics statistics = new ReceptionStatistics(48_000);
        for (int i : new int[] {10, 11, 13, 14}) {
            statistics.received(5, i, 960 * i, i * SECOND / 50);
        }
        report(statistics, SECOND);
        assertEquals(51, bytes[12] & 0xff, "one of five, in 1/256");
        assertEquals(1, word(12) & 0xffffff);
        assertEquals(14, word(16));
        for (int i : new int[] {15, 16}) {
            statistics.received(5, i, 960 * i, i * SECOND / 50);
        }
        report(statistics, 2 * SECOND);
        assertEquals(0, bytes[12] & 0xff);
        assertEquals(1, word(12) & 0xffffff);
    }

    @Test
    void packetsInStepHaveNoJitterAndALateOneASixteenthOfItsDelay() {
        ReceptionStatistics statistics = new ReceptionStatistics(48_000);
        for (int i = 1; i < 10; i++) {
            statistics.received(5, i, 960 * i, i * 20_000_000L);
        }
        report(statistics, SECOND);
        assertEquals(0, word(20));
        statistics.received(5, 10, 9_600, 10 * 20_000_000L + 10_000_000);
        report(statistics, SECOND);
        assertEquals(480 / 16, word(20));
    }

    @Test
    void aReceiverReportReturnsTheTimeOfTheSenderReport() {
        ReceptionStatistics statistics = new ReceptionStatistics(48_000);
        statistics.received(5, 1, 0, 0);
        statistics.senderReport(0xabcd, SECOND);
        report(statistics, SECOND * 5 / 2);
        assertEquals(0xabcd, word(24));
        assertEquals(65_536 * 3 / 2, word(28));
    }

    @Test
    void theFractionLostIsFoundByItsSource() {
        byte[] report = HexFormat.of()
                .parseHex("82c9000d00000001" + "00000002".repeat(6) + "00000003" + "40000000" + "00000000".repeat(4));
        assertTrue(rtcp.wrap(report, report.length));
        assertTrue(rtcp.next());
        assertEquals(0x40, rtcp.fractionLost(3));
        assertEquals(-1, rtcp.fractionLost(4));
    }

    @Test
    void aCompoundWhoseLengthsLieIsRefused() {
        int length = RtcpWriter.senderReport(bytes, 7, "name", 0, 0, 0, 0);
        for (int cut = 0; cut < length; cut++) {
            if (cut != 28) {
                assertFalse(rtcp.wrap(bytes, cut), "cut at " + cut);
            }
        }
        bytes[3] = 100;
        assertFalse(rtcp.wrap(bytes, length));
    }

    @Test
    void aPacketTooShortForAnSsrcIsRefusedWhereverItStands() {
        byte[] first = HexFormat.of().parseHex("80cb0000" + "81cd0001" + "000024f8");
        assertFalse(rtcp.wrap(first, first.length));
        byte[] last = HexFormat.of().parseHex("81cd0001" + "000024f8" + "80cb0000");
        assertFalse(rtcp.wrap(last, last.length));
    }

    @Property
    void noBytesThrow(@ForAll @Size(max = 120) byte[] noise) {
        if (!rtcp.wrap(noise, noise.length)) {
            return;
        }
        while (rtcp.next()) {
            rtcp.type();
            rtcp.middleOfNtpTime();
            rtcp.fractionLost(1);
        }
    }

    @Test
    void ntpTimeCountsFrom1900() {
        assertEquals(2_208_988_800L << 32 | 1L << 31, NtpTime.of(SECOND / 2));
    }

    @Test
    void theMediaClockGoesByTheEarliestArrival() {
        MediaClock clock = new MediaClock(48_000);
        assertFalse(clock.set());
        clock.arrived(0, SECOND);
        clock.arrived(960, SECOND + 50_000_000);
        assertEquals(48_000, clock.timestamp(2 * SECOND), "a late packet changes nothing");
        clock.arrived(1_920, SECOND + 30_000_000);
        assertEquals(1_920, clock.timestamp(SECOND + 30_000_000), "an early one does");
    }

    private void report(ReceptionStatistics statistics, long nowNanos) {
        RtcpWriter.receiverReport(bytes, 1, "name", statistics, nowNanos);
    }

    private int word(int offset) {
        return ByteBuffer.wrap(bytes).getInt(offset);
    }

    private String hex(int length) {
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
    }
}
