package app.tutti.sfu.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a stranger's TCP connection brings: the first byte says how it is cut, the rest is the stream. */
class FrameReaderFuzzTest {
    private static final int READ_AT_ONCE = 4096;
    private static final byte BEHIND = (byte) 0x81;

    @FuzzTest
    void aStreamHoldsTheSameDatagramsHoweverItIsCut(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(input, 1, input.length);
        int cut = 1 + (input[0] & 0xff);
        assertEquals(read(stream, READ_AT_ONCE), read(stream, cut), "cut into parts of " + cut);
    }

    private static String read(byte[] bytes, int cut) {
        FrameReader reader = new FrameReader();
        ByteBuffer stream = ByteBuffer.allocate(2 * READ_AT_ONCE);
        byte[] datagram = new byte[FrameReader.LONGEST];
        StringBuilder read = new StringBuilder();
        for (int at = 0; at < bytes.length; at += cut) {
            Arrays.fill(stream.array(), BEHIND);
            reader.resume(stream.clear());
            assertTrue(stream.position() < FrameReader.PREFIX + FrameReader.LONGEST, "no more is kept than a frame");
            stream.put(bytes, at, Math.min(cut, bytes.length - at)).flip();
            int length;
            while ((length = reader.next(stream, datagram)) > 0) {
                assertTrue(length <= FrameReader.LONGEST);
                read.append(length).append(' ').append(hash(datagram, length)).append('\n');
            }
            if (length == FrameReader.BROKEN) {
                return read.append("broken").toString();
            }
            reader.pause(stream);
        }
        return read.append(reader.bare()).toString();
    }

    private static int hash(byte[] datagram, int length) {
        return Arrays.hashCode(Arrays.copyOf(datagram, length));
    }
}
