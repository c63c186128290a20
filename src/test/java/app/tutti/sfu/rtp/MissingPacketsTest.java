package app.tutti.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MissingPacketsTest {
    private static final long MILLI = 1_000_000;

    private final MissingPackets missing = new MissingPackets();
    private final long[] due = new long[MissingPackets.MOST];

    @Test
    void nothingIsMissingInOrder() {
        for (int i = 70_000; i < 70_010; i++) {
            missing.received(1, i, 0);
        }
        assertEquals(List.of(), due(0));
    }

    @Test
    void aGapIsAskedForAtOnceAndThenOnceARoundTrip() {
        missing.received(1, 10, 0);
        missing.received(1, 13, 0);
        assertEquals(List.of(11L, 12L), due(0));
        assertEquals(List.of(), due(20 * MILLI));
        missing.received(1, 12, 40 * MILLI);
        assertEquals(List.of(11L), due(130 * MILLI));
        assertEquals(List.of(), due(150 * MILLI));
    }

    @Test
    void aRoundTripThatIsShortIsWaitedForLess() {
        missing.received(1, 0, 0);
        for (int i = 2; i < 60; i += 2) {
            missing.received(1, i, 0);
            due(0);
            missing.received(1, i - 1, 2 * MILLI);
        }
        missing.received(1, 61, 0);
        missing.received(1, 63, 0);
        assertEquals(List.of(59L, 60L, 62L), due(0));
        assertEquals(List.of(59L, 60L, 62L), due(25 * MILLI));
    }

    @Test
    void whatDoesNotComeIsGivenUp() {
        missing.received(1, 0, 0);
        missing.received(1, 2, 0);
        int asked = 0;
        for (int second = 0; second < 20; second++) {
            asked += due(second * 1_000 * MILLI).size();
        }
        assertEquals(5, asked);
        assertEquals(0, missing.count());
    }

    @Test
    void afterALongGapOnlyWhatTheReplayWindowLetsInIsAskedFor() {
        missing.received(1, 0, 0);
        missing.received(1, 100_000, 0);
        List<Long> asked = due(0);
        assertEquals(MissingPackets.MOST, asked.size());
        assertEquals(100_000L - MissingPackets.MOST, asked.getFirst());
    }

    @Test
    void anotherSourceBeginsAnew() {
        missing.received(1, 0, 0);
        missing.received(1, 5, 0);
        missing.received(2, 500, 0);
        assertEquals(List.of(), due(0));
        assertEquals(2, missing.ssrc());
    }

    @Property
    void nothingThatCameIsAskedFor(@ForAll @Size(max = 200) List<@IntRange(max = 300) Integer> arrivals) {
        for (int i = 0; i < arrivals.size(); i++) {
            missing.received(1, arrivals.get(i), i * MILLI);
        }
        List<Long> asked = due(arrivals.size() * MILLI);
        assertTrue(asked.stream().noneMatch(index -> arrivals.contains(index.intValue())));
        assertEquals(asked.stream().sorted().distinct().toList(), asked, "rising");
    }

    private List<Long> due(long nowNanos) {
        int count = missing.due(due, nowNanos);
        return Arrays.stream(due, 0, count).boxed().toList();
    }
}
