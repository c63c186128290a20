package app.tutti.catalog.covers.control;

import app.tutti.account.pictures.PictureRefused;
import app.tutti.account.pictures.RefusedPictures;
import app.tutti.catalog.files.control.Ffmpeg;
import app.tutti.catalog.files.control.FileRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Has an installed ffmpeg read the pictures that Java does not: AVIF, and WebP that is too large for our own decoder. Its
 * process can be ended, however few bytes keep it busy.
 */
public final class FfmpegPicture {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String MOST_MEMORY_AT_ONCE = String.valueOf(256 << 20);
    private static final String MOST_PIXELS = "100000000";
    private static final RefusedPictures REFUSED = new RefusedPictures();

    private FfmpegPicture() {}

    static boolean knows(byte[] picture) {
        return Ffmpeg.isThere() && (isWebP(picture) || isAvif(picture));
    }

    /** One at a time. */
    static synchronized byte[] jpeg(byte[] picture, int longestSide) throws FileRefused {
        try {
            REFUSED.check(picture);
            return converted(picture, longestSide);
        } catch (PictureRefused again) {
            throw new FileRefused(again.getMessage(), again);
        } catch (IOException unreadable) {
            REFUSED.add(picture);
            throw new FileRefused("ffmpeg cannot read the picture: " + unreadable.getMessage(), unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FileRefused("the server is stopping", stopped);
        }
    }

    private static byte[] converted(byte[] picture, int longestSide) throws IOException, InterruptedException {
        Path from = Files.createTempFile("tutti-picture", ".in");
        Path to = Files.createTempFile("tutti-picture", ".jpg");
        try {
            Files.write(from, picture);
            Ffmpeg.run(PATIENCE, arguments(isWebP(picture) ? "webp_pipe" : "mov", from, longestSide, to));
            return Files.readAllBytes(to);
        } finally {
            Files.deleteIfExists(from);
            Files.deleteIfExists(to);
        }
    }

    private static List<String> arguments(String container, Path from, int longestSide, Path to) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-max_alloc", MOST_MEMORY_AT_ONCE));
        arguments.addAll(List.of("-max_pixels", MOST_PIXELS, "-protocol_whitelist", "file", "-threads", "1"));
        arguments.addAll(List.of("-f", container, "-i", "file:" + from, "-frames:v", "1", "-vf"));
        arguments.add(
                "scale=w='min(iw,%1$d)':h='min(ih,%1$d)':force_original_aspect_ratio=decrease".formatted(longestSide));
        arguments.addAll(List.of("-c:v", "mjpeg", "-q:v", "2", "-f", "mjpeg", "-y", "file:" + to));
        return arguments;
    }

    private static boolean isWebP(byte[] picture) {
        return says(picture, 0, "RIFF") && says(picture, 8, "WEBP");
    }

    /** ISO/IEC 14496-12 §4.3: the kind of file comes first. */
    private static boolean isAvif(byte[] picture) {
        return says(picture, 4, "ftypavif") || says(picture, 4, "ftypavis");
    }

    private static boolean says(byte[] picture, int offset, String mark) {
        int end = offset + mark.length();
        return picture.length >= end
                && new String(picture, offset, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }
}
