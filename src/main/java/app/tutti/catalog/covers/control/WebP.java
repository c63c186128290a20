package app.tutti.catalog.covers.control;

import app.tutti.catalog.files.control.Ffmpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes WebP by an installed ffmpeg; no ImageIO plug-in in Java does. */
public final class WebP {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String QUALITY = "78";

    private WebP() {}

    static boolean isThere() {
        return Ffmpeg.isThere();
    }

    static byte[] of(Path jpeg) throws IOException, InterruptedException {
        Path webp = Files.createTempFile("tutti-cover", ".webp");
        try {
            convert(jpeg, webp);
            return Files.readAllBytes(webp);
        } finally {
            Files.deleteIfExists(webp);
        }
    }

    private static void convert(Path jpeg, Path webp) throws IOException, InterruptedException {
        Ffmpeg.run(
                PATIENCE,
                List.of(
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "mjpeg",
                        "-i",
                        jpeg.toString(),
                        "-c:v",
                        "libwebp",
                        "-quality",
                        QUALITY,
                        "-threads",
                        "1",
                        "-f",
                        "webp",
                        webp.toString()));
    }
}
