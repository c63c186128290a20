package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
import app.tutti.catalog.entity.MusicFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The music files under some folders, in order of their paths. Links are not followed: a file that is played is inside a
 * folder that was named.
 *
 * @param closed folders that could not be looked into; what was known in them may still be there
 */
record FolderWalk(List<MusicFile> files, List<Path> closed) {
    private static final Logger LOG = Logger.getLogger(FolderWalk.class.getName());

    static FolderWalk through(Collection<Path> musicFolders) {
        FolderWalk walk = new FolderWalk(new ArrayList<>(), new ArrayList<>());
        musicFolders.forEach(folder -> walk.look(folder, folder, Integer.MAX_VALUE));
        walk.sort();
        return walk;
    }

    /** Looks only into {@code some} of the folders under the music folders, and not into those under them. */
    static FolderWalk into(Collection<Path> some, Collection<Path> musicFolders) {
        FolderWalk walk = new FolderWalk(new ArrayList<>(), new ArrayList<>());
        for (Path folder : some) {
            musicFolders.stream()
                    .filter(folder::startsWith)
                    .findFirst()
                    .ifPresent(musicFolder -> walk.look(musicFolder, folder, 1));
        }
        walk.sort();
        return walk;
    }

    /** What was known in this folder may still be there. */
    void close(Path folder) {
        closed.add(folder);
    }

    private void sort() {
        files.sort((one, other) -> one.path().compareTo(other.path()));
    }

    /** Whether there is nothing at all in the folder, as where a disk should be. */
    static boolean isEmpty(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException missing) {
            return true;
        }
    }

    boolean couldNotSee(Path file) {
        return closed.stream().anyMatch(file::startsWith);
    }

    private void look(Path musicFolder, Path folder, int depth) {
        try {
            // The folder itself may be a link; everything keeps the name that the settings gave it.
            Path real = musicFolder.toRealPath();
            Path inside = real.resolve(musicFolder.relativize(folder));
            if (depth > 1 || Files.isDirectory(inside) && inside.toRealPath().equals(inside)) {
                Files.walkFileTree(inside, Set.of(), depth, new Visitor(musicFolder, real));
            }
        } catch (IOException missing) {
            close(musicFolder, missing);
        }
    }

    private void close(Path folder, IOException reason) {
        LOG.warning("[catalog] %s cannot be read and is left out: %s".formatted(folder, reason));
        closed.add(folder);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path musicFolder;
        private final Path real;

        Visitor(Path musicFolder, Path real) {
            this.musicFolder = musicFolder;
            this.real = real;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                AudioFormat.of(file.getFileName().toString())
                        .ifPresent(format -> files.add(new MusicFile(
                                named(file),
                                musicFolder,
                                format,
                                attributes.size(),
                                attributes.lastModifiedTime().toMillis(),
                                attributes.fileKey() == null
                                        ? null
                                        : attributes.fileKey().toString())));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            close(named(file), reason);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException reason) {
            if (reason != null) {
                close(named(folder), reason);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path named(Path file) {
            return musicFolder.resolve(real.relativize(file));
        }
    }
}
