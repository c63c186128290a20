package app.tutti.catalog.covers.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has been asked for lately, on disk. When it takes more room than it may, those go first that nobody has asked for
 * longest; when that was is the file's time of access, which outlives a restart.
 */
public final class CoverCache {
    private final DiskCovers files;
    private final long mostBytes;
    private long bytes = -1;

    CoverCache(Path folder, long mostBytes) {
        files = new DiskCovers(folder);
        this.mostBytes = mostBytes;
    }

    Optional<Path> find(String name) {
        Optional<Path> file = files.find(name);
        file.ifPresent(CoverCache::isAskedForNow);
        return file;
    }

    void keep(String name, byte[] picture) throws IOException {
        files.keep(name, picture);
        makeRoom(picture.length);
    }

    void remove(String name) throws IOException {
        files.remove(name);
    }

    private static void isAskedForNow(Path file) {
        try {
            Files.getFileAttributeView(file, BasicFileAttributeView.class)
                    .setTimes(null, FileTime.from(Instant.now()), null);
        } catch (IOException gone) {
            System.getLogger(CoverCache.class.getName())
                    .log(System.Logger.Level.DEBUG, "A cover's time cannot be set", gone);
        }
    }

    /** Looks at the folder only when there may be too much in it, and then frees a tenth. */
    private synchronized void makeRoom(long more) throws IOException {
        bytes = bytes < 0 ? sum(kept()) : bytes + more;
        if (bytes <= mostBytes) {
            return;
        }
        List<Kept> all = kept();
        all.sort(Comparator.comparing(Kept::asked));
        bytes = sum(all);
        for (Kept oldest : all) {
            if (bytes <= mostBytes - mostBytes / 10) {
                return;
            }
            Files.deleteIfExists(oldest.file());
            bytes -= oldest.size();
        }
    }

    private static long sum(List<Kept> all) {
        return all.stream().mapToLong(Kept::size).sum();
    }

    private List<Kept> kept() throws IOException {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(files.folder())) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                all.add(new Kept(file, attributes.size(), attributes.lastAccessTime()));
            }
        } catch (NoSuchFileException | UncheckedIOException removedMeanwhile) {
            // The next who keeps something looks again.
            bytes = -1;
        }
        return all;
    }

    private record Kept(Path file, long size, FileTime asked) {}
}
