package app.tutti.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final Pulse pulse = new Pulse();
    private final Heart heart = new Heart();
    private final long start = System.nanoTime();
    private final Pulse.Watch watch = pulse.watch(heart, heart::lost);

    @Test
    void everybodyIsPingedAndWhoStaysSilentIsLostOnce() {
        pulse.beat(start + Pulse.BEAT_NANOS);
        pulse.beat(start + 2 * Pulse.BEAT_NANOS);
        assertEquals(2, heart.pinged);
        pulse.beat(start + 2 * Pulse.SILENCE_NANOS);
        pulse.beat(start + 3 * Pulse.SILENCE_NANOS);
        assertEquals(1, heart.lost);
        assertEquals(2, heart.pinged);
    }

    @Test
    void whoIsHeardIsThere() {
        pulse.beat(start + Pulse.SILENCE_NANOS - 1);
        watch.heard();
        pulse.beat(System.nanoTime() + Pulse.SILENCE_NANOS - Pulse.BEAT_NANOS);
        assertEquals(0, heart.lost);
        assertEquals(2, heart.pinged);
    }

    @Test
    void oneThatBreaksKeepsNobodyElseFromBeingAsked() {
        heart.broken = true;
        Heart other = new Heart();
        pulse.watch(other, other::lost);
        pulse.beat(start + Pulse.BEAT_NANOS);
        pulse.beat(start + 2 * Pulse.BEAT_NANOS);
        assertEquals(2, other.pinged);
    }

    @Test
    void whoHasLeftIsNotMissed() {
        watch.close();
        pulse.beat(start + 2 * Pulse.SILENCE_NANOS);
        assertEquals(0, heart.lost);
        assertEquals(0, heart.pinged);
    }

    private static final class Heart implements Wire {
        private int pinged;
        private int lost;
        private boolean broken;

        @Override
        public void ping() {
            if (broken) {
                throw new IllegalArgumentException("broken");
            }
            pinged++;
        }

        void lost() {
            lost++;
        }

        @Override
        public void send(String text, Consumer<Boolean> done) {
            throw new AssertionError("nothing is to be said");
        }

        @Override
        public void close(int code, String reason) {
            throw new AssertionError("that is for whoever watches");
        }
    }
}
