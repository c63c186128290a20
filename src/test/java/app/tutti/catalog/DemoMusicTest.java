package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo library, as another program than ours hears it. */
class DemoMusicTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");
    private static final int SAMPLE_RATE = 48_000;

    @Test
    void itHasEveryFormatAndIsSmall() throws IOException {
        try (var files = Files.walk(DEMO)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            List<String> formats = all.stream()
                    .map(path -> path.toString().replaceAll(".*\\.", ""))
                    .filter(ending -> !ending.equals("jpg"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            assertEquals(List.of("flac", "m4a", "mp3", "ogg", "opus"), formats);
            assertTrue(all.stream().mapToLong(path -> path.toFile().length()).sum() <= 4_000_000);
        }
    }

    @Test
    void twoRoomsHasDifferentMusicLeftAndRightInEveryHalfSecond() throws Exception {
        float[][] halves = halfSeconds(DEMO.resolve("Copper Lamp Trio/After Closing/01 Two Rooms.mp3"));
        assertTrue(halves.length > 140, "it must be 72 seconds long");
        for (int i = 2; i < 144; i++) {
            float[] samples = halves[i];
            double left = 0;
            double right = 0;
            double both = 0;
            for (int s = 0; s < samples.length; s += 2) {
                left += samples[s] * samples[s];
                right += samples[s + 1] * samples[s + 1];
                both += samples[s] * samples[s + 1];
            }
            double loud = Math.pow(10, -38 / 20.0);
            assertTrue(Math.sqrt(left * 2 / samples.length) > loud, "left at half-second " + i);
            assertTrue(Math.sqrt(right * 2 / samples.length) > loud, "right at half-second " + i);
            assertTrue(Math.abs(both / Math.sqrt(left * right)) < 0.35, "apart at half-second " + i);
        }
    }

    private static float[][] halfSeconds(Path file) throws Exception {
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-f",
                        "f32le",
                        "-ac",
                        "2",
                        "-ar",
                        "" + SAMPLE_RATE,
                        "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ByteBuffer bytes;
        try (DataInputStream output = new DataInputStream(ffmpeg.getInputStream())) {
            bytes = ByteBuffer.wrap(output.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        assertEquals(0, ffmpeg.waitFor(), "ffmpeg must decode it");
        float[][] halves = new float[bytes.remaining() / 4 / SAMPLE_RATE][SAMPLE_RATE];
        for (float[] half : halves) {
            for (int i = 0; i < half.length; i++) {
                half[i] = bytes.getFloat();
            }
        }
        return halves;
    }
}
