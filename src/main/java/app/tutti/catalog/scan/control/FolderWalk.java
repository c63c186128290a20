package app.tutti.catalog.scan.control;

import app.tutti.catalog.covers.control.FolderPicture;
import app.tutti.catalog.files.control.NotMusic;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.tags.entity.FileNames;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The music files under some folders, in order of their paths, and what lies beside them. Links are not followed: a file
 * that is played is inside a folder that was named.
 */
public final class FolderWalk {
    private static final Logger LOG = Logger.getLogger(FolderWalk.class.getName());

    private final List<MusicFile> files = new ArrayList<>();
    private final List<Path> closed = new ArrayList<>();
    private final Map<Path, Map<String, String>> pictures = new HashMap<>();
    private final Map<Path, Long> lyrics = new HashMap<>();
    private int leftOut;

    private FolderWalk() {}

    public static FolderWalk through(Collection<Path> musicFolders) {
        FolderWalk walk = new FolderWalk();
        musicFolders.forEach(folder -> walk.look(folder, folder, Integer.MAX_VALUE));
        walk.finish();
        return walk;
    }

    /** Looks only into {@code some} of the folders under the music folders, and not into those under them. */
    public static FolderWalk into(Collection<Path> some, Collection<Path> musicFolders) {
        FolderWalk walk = new FolderWalk();
        for (Path folder : some) {
            musicFolders.stream()
                    .filter(folder::startsWith)
                    .findFirst()
                    .ifPresent(musicFolder -> walk.look(musicFolder, folder, 1));
        }
        walk.finish();
        return walk;
    }

    List<MusicFile> files() {
        return files;
    }

    /** How many folders and files were passed over because they hold no music that anybody wants to hear. */
    int leftOut() {
        return leftOut;
    }

    /** The folders that were looked into, each with a text that is another when pictures in it come, go or change. */
    Map<String, String> pictures() {
        return pictures.entrySet().stream()
                .collect(Collectors.toMap(
                        folder -> folder.getKey().toString(),
                        folder -> folder.getValue().entrySet().stream()
                                .map(picture -> picture.getKey() + " " + picture.getValue())
                                .collect(Collectors.joining("\n"))));
    }

    /** What was known in this folder may still be there. */
    void close(Path folder) {
        closed.add(folder);
    }

    private void finish() {
        Map<Path, List<MusicFile>> folders =
                files.stream().collect(Collectors.groupingBy(file -> file.path().getParent()));
        files.clear();
        folders.values().forEach(this::finish);
        files.sort((one, other) -> one.path().compareTo(other.path()));
    }

    private void finish(List<MusicFile> inOneFolder) {
        boolean numbered = inOneFolder.size() > 1
                && inOneFolder.stream()
                        .allMatch(file ->
                                FileNames.isNumbered(file.path().getFileName().toString()));
        inOneFolder.forEach(file -> files.add(file.beside(lyrics.getOrDefault(stem(file.path()), 0L), numbered)));
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
            if (depth > 1 || Files.isDirectory(inside) && inside.toRealPath().equals(inside) && isMusic(inside, real)) {
                Files.walkFileTree(inside, Set.of(), depth, new Visitor(musicFolder, real));
            }
        } catch (IOException missing) {
            close(musicFolder, missing);
        }
    }

    /** A folder inside one that is left out is left out as well. */
    private static boolean isMusic(Path folder, Path top) {
        return Stream.iterate(folder, one -> !one.equals(top), Path::getParent).noneMatch(NotMusic::isFolder);
    }

    private void close(Path folder, IOException reason) {
        LOG.warning("[catalog] %s cannot be read and is left out: %s".formatted(folder, reason));
        closed.add(folder);
    }

    private static Path stem(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path musicFolder;
        private final Path real;

        Visitor(Path musicFolder, Path real) {
            this.musicFolder = musicFolder;
            this.real = real;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean music = folder.equals(real) ? !NotMusic.hasMarker(folder) : !NotMusic.isFolder(folder);
            if (!music) {
                leftOut++;
                return FileVisitResult.SKIP_SUBTREE;
            }
            pictures.put(named(folder), new TreeMap<>());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                return FileVisitResult.CONTINUE;
            }
            Path named = named(file);
            String name = file.getFileName().toString();
            if (FolderPicture.mayBe(name)) {
                pictures.get(named.getParent()).put(name, attributes.size() + " " + mtime(attributes));
            } else if (attributes.isRegularFile()) {
                take(named, name, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        private void take(Path file, String name, BasicFileAttributes attributes) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".lrc")) {
                lyrics.put(stem(file), mtime(attributes));
            }
            AudioFormat.of(name).ifPresent(format -> {
                if (NotMusic.isFile(file)) {
                    leftOut++;
                } else {
                    files.add(found(file, format, attributes));
                }
            });
        }

        private MusicFile found(Path file, AudioFormat format, BasicFileAttributes attributes) {
            Object key = attributes.fileKey();
            return new MusicFile(
                    file,
                    musicFolder,
                    format,
                    attributes.size(),
                    mtime(attributes),
                    key == null ? null : key.toString());
        }

        private static long mtime(BasicFileAttributes attributes) {
            return attributes.lastModifiedTime().toMillis();
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
