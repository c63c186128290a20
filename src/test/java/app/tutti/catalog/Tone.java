package app.tutti.catalog;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A sine tone, written and heard by ffmpeg, which converts nothing here. */
public record Tone(double hertz, double seconds) {
    private static final int RATE = 44_100;

    /** Into a file with one of ffmpeg's codecs. */
    public Path write(Path file, String codec) {
        return write(file, codec, 0, List.of());
    }

    /**
     * @param decibels above ffmpeg's own sine, whose peak is an eighth of full scale
     * @param tags such as {@code TITLE=Hum}
     */
    public Path write(Path file, String codec, int decibels, List<String> tags) {
        String tone =
                "sine=frequency=%s:duration=%s:sample_rate=%d,volume=%ddB".formatted(hertz, seconds, RATE, decibels);
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", tone, "-ac", "2", "-c:a", codec));
        for (String tag : tags) {
            arguments.addAll(List.of("-metadata", tag));
        }
        arguments.addAll(List.of("-y", file.toString()));
        run(null, arguments.toArray(String[]::new));
        return file;
    }

    /** What is to be heard in a file. */
    public static Tone in(Path file) throws IOException {
        File samples = File.createTempFile("tone", ".pcm");
        try {
            run(samples, "-i", file.toString(), "-f", "s16le", "-ac", "1", "-ar", String.valueOf(RATE), "-");
            return of(ByteBuffer.wrap(java.nio.file.Files.readAllBytes(samples.toPath())));
        } finally {
            samples.delete();
        }
    }

    /** An AIFF of silence that takes no room on disk, and a while to convert. */
    public static Path longSilence(Path file, long seconds) throws IOException {
        new Tone(440, 0.01).write(file, "pcm_s16be");
        try (RandomAccessFile aiff = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] head = new byte[(int) Math.min(aiff.length(), 512)];
            aiff.readFully(head);
            long frames = seconds * RATE;
            int common = find(head, "COMM");
            int sound = find(head, "SSND");
            // Chunks (AIFF 1.3): COMM has its frames after id, length and channels; SSND has offset and block size
            // first.
            at(aiff, common + 10, frames);
            at(aiff, sound + 4, 8 + 4 * frames);
            aiff.setLength(sound + 16 + 4 * frames);
            at(aiff, 4, aiff.length() - 8);
        }
        return file;
    }

    private static Tone of(ByteBuffer samples) {
        samples.order(ByteOrder.LITTLE_ENDIAN);
        int count = samples.remaining() / 2;
        int upwards = 0;
        for (int at = 1; at < count; at++) {
            if (samples.getShort(2 * at - 2) < 0 && samples.getShort(2 * at) >= 0) {
                upwards++;
            }
        }
        double seconds = (double) count / RATE;
        return new Tone(upwards / seconds, seconds);
    }

    private static int find(byte[] head, String chunk) {
        return new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(chunk);
    }

    private static void at(RandomAccessFile file, int place, long number) throws IOException {
        file.seek(place);
        file.writeInt((int) number);
    }

    private static void run(File output, String... arguments) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error"));
        command.addAll(List.of(arguments));
        try {
            Process ffmpeg = new ProcessBuilder(command)
                    .redirectOutput(output == null ? Redirect.DISCARD : Redirect.to(output))
                    .redirectError(Redirect.INHERIT)
                    .start();
            if (!ffmpeg.waitFor(60, TimeUnit.SECONDS) || ffmpeg.exitValue() != 0) {
                ffmpeg.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command));
            }
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
