package app.tutti.sfu.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final int MAGIC_COOKIE = 0x2112A442;

    private final FrameReader reader = new FrameReader();
    private final ByteBuffer stream = ByteBuffer.allocate(8192);
    private final byte[] datagram = new byte[FrameReader.LONGEST];
    private int result;

    @Property(tries = 200)
    void framesComeOutWholeHoweverTheStreamIsCut(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 2, max = 2048) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 3000) int cut) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<byte[]> expected = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            byte[] frame = new byte[lengths.get(i)];
            Arrays.fill(frame, (byte) i);
            expected.add(frame);
            write(bytes, frame);
        }
        FrameReader each = new FrameReader();
        List<byte[]> heard = new ArrayList<>();
        byte[] all = bytes.toByteArray();
        for (int at = 0; at < all.length; at += cut) {
            heard.addAll(read(each, Arrays.copyOfRange(all, at, Math.min(all.length, at + cut))));
        }
        assertEquals(expected.size(), heard.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), heard.get(i));
        }
    }

    @Property
    void nothingThatComesHurts(@ForAll List<@Size(max = 5000) byte[]> parts) {
        FrameReader each = new FrameReader();
        for (byte[] part : parts) {
            for (byte[] heard : read(each, part)) {
                assertTrue(heard.length > 0 && heard.length <= FrameReader.LONGEST);
            }
            if (result == FrameReader.BROKEN) {
                return;
            }
        }
    }

    @Test
    void anEmptyFrameMeansNothing() {
        List<byte[]> heard = read(reader, new byte[] {0, 0, 0, 0, 0, 2, 7, 8});
        assertEquals(1, heard.size());
        assertArrayEquals(new byte[] {7, 8}, heard.getFirst());
    }

    @Test
    void aFrameLongerThanAnyOfOursBreaksTheStream() {
        assertTrue(read(reader, new byte[] {8, 1}).isEmpty());
        assertEquals(FrameReader.BROKEN, result);
    }

    @Test
    void aStreamThatBeginsWithABareQuestionHasNoFrames() {
        byte[] question = ByteBuffer.allocate(24)
                .putShort((short) 1)
                .putShort((short) 4)
                .putInt(MAGIC_COOKIE)
                .array();
        for (int i = 0; i < 2; i++) {
            assertTrue(read(reader, Arrays.copyOf(question, 23)).isEmpty());
            assertArrayEquals(
                    question, read(reader, Arrays.copyOfRange(question, 23, 24)).getFirst());
        }
        assertTrue(reader.bare());
        assertTrue(read(reader, new byte[20]).isEmpty(), "no question");
        assertEquals(FrameReader.BROKEN, result);
    }

    @Test
    void aShortFrameLaterIsNoBareQuestion() {
        read(reader, new byte[] {0, 2, 7, 8});
        assertEquals(1, read(reader, new byte[] {0, 1, 7}).getFirst().length);
        assertFalse(reader.bare());
    }

    private List<byte[]> read(FrameReader from, byte[] bytes) {
        List<byte[]> heard = new ArrayList<>();
        from.resume(stream.clear());
        stream.put(bytes).flip();
        while ((result = from.next(stream, datagram)) > 0) {
            heard.add(Arrays.copyOf(datagram, result));
        }
        from.pause(stream);
        return heard;
    }

    private static void write(ByteArrayOutputStream to, byte[] frame) {
        try {
            DataOutputStream out = new DataOutputStream(to);
            out.writeShort(frame.length);
            out.write(frame);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
