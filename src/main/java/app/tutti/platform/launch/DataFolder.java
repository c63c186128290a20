package app.tutti.platform.launch;

import app.tutti.platform.config.SettingRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** The one place on disk where everything is kept; one running Tutti owns it. */
final class DataFolder {
    /** Held for as long as the process lives; the system lets go of it even after a {@code kill -9}. */
    private static FileLock lock;

    private DataFolder() {}

    static void own(Path folder) {
        try {
            Files.createDirectories(folder);
            lock = FileChannel.open(folder.resolve("tutti.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
        } catch (IOException unusable) {
            throw new SettingRefused(
                    "TUTTI_DATA_DIR is \"%s\", but that folder cannot be written to.".formatted(folder));
        }
        if (lock == null) {
            throw new SettingRefused(
                    "TUTTI_DATA_DIR is \"%s\", but another Tutti is running with that folder.".formatted(folder));
        }
    }

    static Path emptyFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
