package app.tutti.party.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EconomyTest {
    private static final long SECOND = 1_000_000_000L;

    private final Economy economy = new Economy(1000);

    @Test
    void manyListenersMakePacketsLong() {
        assertEquals(20, economy.frameMillis());
        assertEquals(20, economy.frameMillis(999, 0));
        assertEquals(60, economy.frameMillis(1000, 0));
        assertEquals(60, economy.frameMillis());
    }

    @Test
    void aFewLessKeepThemLong() {
        economy.frameMillis(1000, 0);
        assertEquals(60, economy.frameMillis(800, 60 * SECOND));
        assertEquals(20, economy.frameMillis(799, 60 * SECOND));
        assertEquals(20, economy.frameMillis(999, 120 * SECOND));
        assertEquals(60, economy.frameMillis(1000, 120 * SECOND));
    }

    @Test
    void aCrowdThatComesAndGoesIsNotFollowedAtOnce() {
        economy.frameMillis(1000, 100 * SECOND);
        assertEquals(60, economy.frameMillis(0, 109 * SECOND));
        assertEquals(20, economy.frameMillis(0, 110 * SECOND));
        assertEquals(20, economy.frameMillis(5000, 119 * SECOND));
        assertEquals(60, economy.frameMillis(5000, 120 * SECOND));
    }

    @Test
    void oneListenerCanBeMany() {
        Economy always = new Economy(1);
        assertEquals(60, always.frameMillis(1, 0));
        assertEquals(20, always.frameMillis(0, 10 * SECOND));
    }
}
