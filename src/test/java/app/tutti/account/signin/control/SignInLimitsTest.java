package app.tutti.account.signin.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.web.control.TooBusyException;
import io.github.bucket4j.TimeMeter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInLimitsTest {
    private static final Optional<String> NO_DEVICE = Optional.empty();

    private final FakeClock clock = new FakeClock();
    private final SignInLimits limits = new SignInLimits(clock);

    @Test
    void whoGuessesTooOftenIsToldWhenToComeAgain() {
        exhaust("192.0.2.1", "ana");
        TooBusyException refused =
                assertThrows(TooBusyException.class, () -> limits.trySignIn("192.0.2.1", "ana", NO_DEVICE));
        assertEquals(429, refused.status());
        clock.now += refused.retryAfterSeconds() * 1_000_000_000L;
        assertDoesNotThrow(() -> limits.trySignIn("192.0.2.1", "ana", NO_DEVICE));
    }

    @Test
    void oneAddressCannotLockOutSomebodyElsewhere() {
        exhaust("192.0.2.1", "ana");
        assertDoesNotThrow(() -> limits.trySignIn("192.0.2.2", "ana", NO_DEVICE));
    }

    @Test
    void manyAddressesCannotLockOutADeviceThatIsKnown() {
        for (int address = 0; address < 5; address++) {
            exhaust("192.0.2." + address, "Ana");
        }
        assertThrows(TooBusyException.class, () -> limits.trySignIn("198.51.100.1", "ana", NO_DEVICE));
        assertDoesNotThrow(() -> limits.trySignIn("192.0.2.1", "ana", Optional.of("her phone")));
    }

    @Test
    void aKnownDeviceGuessesNoMoreThanOthers() {
        assertThrows(TooBusyException.class, () -> {
            for (int tries = 0; tries < 11; tries++) {
                limits.trySignIn("192.0.2.1", "ana", Optional.of("a stolen phone"));
            }
        });
    }

    @Test
    void signingInRightCostsNothing() {
        for (int times = 0; times < 1000; times++) {
            limits.trySignIn("192.0.2.1", "ana", NO_DEVICE);
            limits.signedIn("192.0.2.1", "ana", NO_DEVICE);
        }
    }

    private void exhaust(String address, String name) {
        int tries = 0;
        try {
            while (tries < 1000) {
                limits.trySignIn(address, name, NO_DEVICE);
                tries++;
            }
        } catch (TooBusyException refused) {
            assertTrue(tries > 5, "a person may mistype");
            return;
        }
        throw new AssertionError("never refused");
    }

    private static final class FakeClock implements TimeMeter {
        private long now = 1;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
