package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RetransmissionBudgetTest {
    private static final long MILLI = 1_000_000;

    private final RetransmissionBudget budget = new RetransmissionBudget();

    @Test
    void aPacketGoesOutThreeTimesAndNotTooSoon() {
        assertTrue(budget.admits(7, 0, 0));
        assertFalse(budget.admits(7, 0, 5 * MILLI), "the first is still on its way");
        assertTrue(budget.admits(7, 0, 30 * MILLI));
        assertTrue(budget.admits(7, 0, 60 * MILLI));
        assertFalse(budget.admits(7, 0, 900 * MILLI));
        assertTrue(budget.admits(7 + PacketHistory.CAPACITY, 0, 900 * MILLI), "another one in its place");
    }

    @Test
    void whoeverAsksForEverythingGetsAQuarterOfIt() {
        int admitted = 0;
        for (int packet = 0; packet < 10_000; packet++) {
            for (int tries = 0; tries < 3; tries++) {
                admitted += budget.admits(packet, packet, (20L * packet + 30L * tries) * MILLI) ? 1 : 0;
            }
        }
        assertTrue(admitted > 2_400 && admitted <= 2_500 + 64, "admitted " + admitted);
    }

    @Test
    void hoursOfQuietEarnNoMoreThanABurst() {
        int admitted = 0;
        for (int packet = 0; packet < 1_000; packet++) {
            admitted += budget.admits(packet, 1_000_000, 0) ? 1 : 0;
        }
        assertEquals(64, admitted);
    }
}
