package app.tutti.catalog.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** Writes WebP by an installed ffmpeg; no ImageIO plug-in in Java does. */
final class WebP {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String QUALITY = "78";

    private WebP() {}

    static boolean isThere() {
        return Ffmpeg.isThere();
    }

    /** Leaves nothing behind when it cannot. */
    static void write(Path jpeg, Path webp) {
        if (Files.exists(webp) || !Files.exists(jpeg)) {
            return;
        }
        Path unfinished = webp.resolveSibling(webp.getFileName() + ".part");
        try {
            convert(jpeg, unfinished);
            Files.move(unfinished, webp, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notThisTime) {
            System.getLogger(WebP.class.getName())
                    .log(System.Logger.Level.DEBUG, "A cover stays without WebP", notThisTime);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            unfinished.toFile().delete();
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
