package app.tutti.room;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameMasksTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 4096, 200_000})
    void framesOfEverySizeFollowEachOtherHoweverTheyCome(int atATime) {
        byte[] frames = frames(0x80, 0, 1, 125, 126, 65_535, 65_536, 3);
        FrameMasks masks = new FrameMasks();
        for (int at = 0; at < frames.length; at += atATime) {
            assertTrue(masks.allow(frames, at, Math.min(atATime, frames.length - at)), "at " + at);
        }
        byte[] bare = frames(0, 5);
        assertFalse(masks.allow(bare, 0, bare.length));
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "126", "65536"})
    void aFrameWithoutAMaskIsRefused(int length) {
        byte[] bare = frames(0, length);
        assertFalse(new FrameMasks().allow(bare, 0, bare.length));
    }

    private static byte[] frames(int mask, int... lengths) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int length : lengths) {
            frames.write(0x81);
            int bytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
            frames.write(mask | (bytes == 0 ? length : bytes == 2 ? 126 : 127));
            for (int shift = bytes - 1; shift >= 0; shift--) {
                frames.write((int) ((long) length >> 8 * shift));
            }
            // Zeros would look like an opcode and a length without a mask, were they taken for them.
            frames.writeBytes(new byte[length + (mask == 0 ? 0 : 4)]);
        }
        return frames.toByteArray();
    }
}
