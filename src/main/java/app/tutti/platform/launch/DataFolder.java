package app.tutti.platform.launch;

import app.tutti.platform.config.SettingRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The one place on disk where everything is kept; one running Tutti owns it. */
final class DataFolder {
    private static final String LOCK = "tutti.lock";

    /** Held for as long as the process lives; the system lets go of it even after a {@code kill -9}. */
    private static FileLock lock;

    private DataFolder() {}

    static void own(Path folder) {
        try {
            Files.createDirectories(folder);
            keepToOurselves(folder);
            lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
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

    /** Secrets are in it. A folder that has something else in it, too, was not made for us and stays as it is. */
    private static void keepToOurselves(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            boolean ours =
                    Files.exists(folder.resolve(LOCK)) || content.findAny().isEmpty();
            if (ours && Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (FileSystemException notAllowed) {
            // Somebody else's folder that we may write to, as some mounts are: it works all the same.
            System.err.println("Tutti keeps secrets in %s and cannot close it to others.".formatted(folder));
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
