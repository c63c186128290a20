package app.tutti.catalog.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Writes WebP by an installed ffmpeg; no ImageIO plug-in in Java does. */
final class WebP {
    private static final int PATIENCE_SECONDS = 20;
    private static final String QUALITY = "78";

    private WebP() {}

    /** Asked once: who installs it later starts Tutti again. */
    private static final class Found {
        static final boolean IT = find();

        private static boolean find() {
            String path = System.getenv("PATH");
            return path != null
                    && List.of(path.split(java.io.File.pathSeparator)).stream()
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg")));
        }
    }

    static boolean isThere() {
        return Found.IT;
    }

    /** Leaves nothing behind when it cannot. */
    static void write(Path jpeg, Path webp) {
        if (Files.exists(webp) || !Files.exists(jpeg)) {
            return;
        }
        Path unfinished = webp.resolveSibling(webp.getFileName() + ".part");
        try {
            if (convert(jpeg, unfinished)) {
                Files.move(unfinished, webp, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(unfinished);
        } catch (IOException notThisTime) {
            System.getLogger(WebP.class.getName())
                    .log(System.Logger.Level.DEBUG, "A cover stays without WebP", notThisTime);
        }
    }

    private static boolean convert(Path jpeg, Path webp) throws IOException {
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "quiet",
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
                        webp.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return ffmpeg.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && ffmpeg.exitValue() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            ffmpeg.destroyForcibly();
        }
    }
}
