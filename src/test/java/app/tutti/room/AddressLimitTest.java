package app.tutti.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AddressLimitTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String HOME = "192.0.2.1";

    private final AddressLimit limit = new AddressLimit();

    @Test
    void soManyMayComeAtOnceAndNoMore() {
        for (int i = 0; i < 30; i++) {
            assertEquals(0, limit.ask(HOME, 30, 0));
        }
        assertEquals(2 * SECOND, limit.ask(HOME, 30, 0), "a thirtieth of a minute for the next one");
        assertEquals(0, limit.ask("192.0.2.2", 30, 0), "others are not meant");
    }

    @Test
    void whoWaitsAsToldComesIn() {
        for (int i = 0; i < 30; i++) {
            limit.ask(HOME, 30, 0);
        }
        long wait = limit.ask(HOME, 30, SECOND);
        assertEquals(SECOND, wait);
        assertTrue(limit.ask(HOME, 30, SECOND + wait - 1) > 0);
        assertEquals(0, limit.ask(HOME, 30, SECOND + wait));
        assertTrue(limit.ask(HOME, 30, SECOND + wait) > 0, "one came back and is spent");
    }

    @Test
    void beingRefusedCostsNothing() {
        for (int i = 0; i < 1000; i++) {
            limit.ask(HOME, 30, 0);
        }
        assertEquals(0, limit.ask(HOME, 30, 2 * SECOND));
    }

    @Test
    void afterAMinuteAllIsForgiven() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 30; i++) {
                assertEquals(0, limit.ask(HOME, 30, round * 60 * SECOND));
            }
        }
    }

    @Test
    void aSubscribersIpv6AddressesAreOne() {
        for (int i = 0; i < 30; i++) {
            assertEquals(0, limit.ask("2001:db8:0:1::" + i, 30, 0));
        }
        assertTrue(limit.ask("2001:db8:0:1:ffff::1", 30, 0) > 0);
        assertEquals(0, limit.ask("2001:db8:0:2::1", 30, 0));
    }

    @Test
    void aMappedAddressIsTheOneItMaps() {
        for (int i = 0; i < 30; i++) {
            limit.ask("::ffff:192.0.2.1", 30, 0);
        }
        assertTrue(limit.ask(HOME, 30, 0) > 0);
    }

    @Test
    void itsMemoryIsBounded() {
        for (int i = 0; i < 50_000; i++) {
            limit.ask("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256, 30, 0);
        }
        assertEquals(10_000, limit.remembered());
    }
}
