package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PacketHistoryTest {
    private final PacketHistory history = new PacketHistory();

    @Test
    void whatCameIsFoundAsItWas() {
        RelayedPacket packet = packet(70_000, 320);
        packet.marker = true;
        packet.timestamp = 960;
        history.add(packet);
        Arrays.fill(packet.payload, (byte) 0);
        RelayedPacket found = history.find(70_000);
        assertEquals(960, found.timestamp);
        assertEquals(true, found.marker);
        assertArrayEquals(packet(70_000, 320).payload, Arrays.copyOf(found.payload, RelayedPacket.LONGEST_PAYLOAD));
    }

    @Test
    void whatIsTooOldIsGone() {
        for (int i = 0; i <= PacketHistory.CAPACITY; i++) {
            history.add(packet(i, 10));
        }
        assertNull(history.find(0));
        assertNotNull(history.find(1));
        assertNotNull(history.find(PacketHistory.CAPACITY));
    }

    @Test
    void whatNeverCameIsNotFoundEvenWhereAnotherStands() {
        assertNull(history.find(0), "empty at first");
        history.add(packet(5, 10));
        assertNull(history.find(4));
        assertNull(history.find(5 + PacketHistory.CAPACITY));
        assertNull(history.find(-1));
    }

    @Test
    void whatComesFarTooLateDrivesNothingNewerOut() {
        history.add(packet(5 + PacketHistory.CAPACITY, 10));
        history.add(packet(5, 10));
        assertNotNull(history.find(5 + PacketHistory.CAPACITY));
    }

    @Test
    void aLongerPacketFindsRoom() {
        history.add(packet(5, 1));
        history.add(packet(5 + PacketHistory.CAPACITY, RelayedPacket.LONGEST_PAYLOAD));
        assertEquals(RelayedPacket.LONGEST_PAYLOAD, history.find(5 + PacketHistory.CAPACITY).length);
    }

    private static RelayedPacket packet(long index, int length) {
        RelayedPacket packet = new RelayedPacket();
        packet.index = index;
        packet.length = length;
        Arrays.fill(packet.payload, 0, length, (byte) index);
        return packet;
    }
}
