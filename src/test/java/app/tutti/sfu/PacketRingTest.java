package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PacketRingTest {
    private final PacketRing ring = new PacketRing();

    @Test
    void packetsComeOutInTheirOrderRoundAfterRound() {
        for (int i = 0; i < 2_000; i++) {
            write(i);
            assertEquals(i, ring.peek().index);
            ring.release();
        }
        assertTrue(ring.isEmpty());
        assertNull(ring.peek());
    }

    @Test
    void aFullRingSaysNoUntilOneIsRead() {
        for (int i = 0; i < 512; i++) {
            write(i);
        }
        assertNull(ring.claim());
        assertEquals(0, ring.peek().index);
        ring.release();
        assertNotNull(ring.claim());
    }

    @Test
    void nothingIsLostBetweenTwoThreads() throws Exception {
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 200_000; i++) {
                while (ring.claim() == null) {
                    Thread.onSpinWait();
                }
                write(i);
            }
        });
        for (int i = 0; i < 200_000; i++) {
            RelayedPacket packet;
            while ((packet = ring.peek()) == null) {
                Thread.onSpinWait();
            }
            assertEquals(i, packet.index);
            ring.release();
        }
        writer.join();
    }

    private void write(long index) {
        ring.claim().index = index;
        ring.publish();
    }
}
