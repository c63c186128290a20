package app.tutti.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RtpRewriterTest {
    private static final long SECOND = 1_000_000_000L;

    private final RtpRewriter rewriter = new RtpRewriter(48_000, 1_000, 5_000);

    @Test
    void theFirstPacketHasTheFirstNumbers() {
        rewriter.continueWith(77, 960, SECOND);
        assertTrue(rewriter.rewrite(77, 960, SECOND));
        assertEquals(1_000, rewriter.index());
        assertEquals(5_000, rewriter.timestamp());
    }

    @Test
    void anotherSourceGoesOnByOneAndWithTheClock() {
        theFirstPacketHasTheFirstNumbers();
        rewriter.continueWith(900_000, -7, 3 * SECOND);
        assertTrue(rewriter.rewrite(900_000, -7, 3 * SECOND));
        assertEquals(1_001, rewriter.index());
        assertEquals(5_000 + 96_000, rewriter.timestamp());
    }

    @Test
    void aSourceThatFollowsAtOnceIsAFrameLater() {
        theFirstPacketHasTheFirstNumbers();
        rewriter.continueWith(3, 0, SECOND + 1);
        assertTrue(rewriter.rewrite(3, 0, SECOND + 1));
        assertEquals(5_960, rewriter.timestamp());
    }

    @Test
    void longFramesAreHeardOutBeforeAnotherSource() {
        theFirstPacketHasTheFirstNumbers();
        assertTrue(rewriter.rewrite(78, 960 + 2_880, SECOND));
        rewriter.continueWith(3, 0, SECOND + 1);
        assertTrue(rewriter.rewrite(3, 0, SECOND + 1));
        assertEquals(5_000 + 2 * 2_880, rewriter.timestamp());
    }

    @Test
    void aPauseIsNoFrame() {
        theFirstPacketHasTheFirstNumbers();
        assertTrue(rewriter.rewrite(78, 960 + 48_000, 2 * SECOND));
        rewriter.continueWith(3, 0, 2 * SECOND + 1);
        assertTrue(rewriter.rewrite(3, 0, 2 * SECOND + 1));
        assertEquals(5_000 + 48_000 + 960, rewriter.timestamp());
    }

    @Test
    void gapsAndReorderingStay() {
        theFirstPacketHasTheFirstNumbers();
        assertTrue(rewriter.rewrite(80, 3_840, SECOND));
        assertEquals(1_003, rewriter.index());
        assertTrue(rewriter.rewrite(79, 2_880, SECOND));
        assertEquals(1_002, rewriter.index());
    }

    @Test
    void whatIsOlderThanTheSourcesFirstIsLeftOut() {
        theFirstPacketHasTheFirstNumbers();
        assertFalse(rewriter.rewrite(76, 0, SECOND), "its number is taken");
    }

    @Test
    void whatIsLeftOutLeavesNoGap() {
        theFirstPacketHasTheFirstNumbers();
        rewriter.leaveOut(78);
        rewriter.leaveOut(79);
        assertTrue(rewriter.rewrite(80, 3 * 960 + 960, SECOND));
        assertEquals(1_001, rewriter.index());
        assertEquals(5_000 + 3 * 960, rewriter.timestamp());
        assertFalse(rewriter.rewrite(77, 960, SECOND), "its number would be given twice");
    }

    @Test
    void behindAGapNothingMoves() {
        theFirstPacketHasTheFirstNumbers();
        rewriter.leaveOut(79);
        assertTrue(rewriter.rewrite(80, 3 * 960 + 960, SECOND));
        assertEquals(1_003, rewriter.index());
        assertTrue(rewriter.rewrite(78, 2 * 960, SECOND), "the one that was missing still comes");
        assertEquals(1_001, rewriter.index());
    }
}
