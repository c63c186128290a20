package app.tutti.catalog.scan.control;

import app.tutti.catalog.files.entity.DiscFolder;
import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.store.entity.ScannedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps together what has been read of one release's folder, its discs' folders included, until all of it has been: only
 * together its files tell which release they are. Where a folder holds a whole collection, each file stands alone.
 */
public final class ReleaseFolders {
    /** More than the largest boxes; a file that is put among more does not cause all of them to be read again. */
    private static final int MOST_TOGETHER = 500;

    private final Map<Path, List<MusicFile>> folders = new LinkedHashMap<>();
    private final Map<Path, List<ScannedFile>> read = new HashMap<>();
    private final Map<Path, Integer> left = new HashMap<>();

    ReleaseFolders(List<MusicFile> files) {
        files.forEach(file -> folders.computeIfAbsent(file.releaseFolder(), unseen -> new ArrayList<>())
                .add(file));
    }

    /** What is to be read, folder by folder: with each file that has to be, those that it belongs together with. */
    List<MusicFile> with(Predicate<MusicFile> hasToBe) {
        List<MusicFile> all = new ArrayList<>();
        folders.forEach((folder, files) -> {
            boolean together = files.size() <= MOST_TOGETHER && files.stream().anyMatch(hasToBe);
            if (together) {
                left.put(folder, files.size());
            }
            files.stream().filter(file -> together || hasToBe.test(file)).forEach(all::add);
        });
        return all;
    }

    /** What can be stored now that this file has been read; {@code scanned} is null when it could not be. */
    List<ScannedFile> take(MusicFile file, ScannedFile scanned) {
        Path folder = file.releaseFolder();
        if (!left.containsKey(folder)) {
            return scanned == null ? List.of() : List.of(scanned);
        }
        List<ScannedFile> there = read.computeIfAbsent(folder, unseen -> new ArrayList<>());
        if (scanned != null) {
            there.add(scanned);
        }
        if (left.merge(folder, -1, Integer::sum) > 0) {
            return List.of();
        }
        left.remove(folder);
        return ScannedFile.together(read.remove(folder));
    }

    /** The folders, and with each disc's that of its release and those of the other discs. */
    static Set<Path> whole(Set<Path> some, List<Path> musicFolders) {
        Set<Path> whole = new HashSet<>(some);
        for (Path folder : some) {
            musicFolders.stream().filter(folder::startsWith).findFirst().ifPresent(musicFolder -> {
                Path release = DiscFolder.release(musicFolder, folder);
                Stream.of(release, release.getParent())
                        .filter(above -> above.startsWith(musicFolder) && Files.isDirectory(above))
                        .flatMap(above -> Stream.concat(Stream.of(above), under(above)))
                        .filter(one -> DiscFolder.release(musicFolder, one).equals(release))
                        .forEach(whole::add);
            });
        }
        return whole;
    }

    private static Stream<Path> under(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content
                    .filter(one -> DiscFolder.of(one).isPresent() && Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS))
                    .toList()
                    .stream();
        } catch (IOException closed) {
            return Stream.empty();
        }
    }
}
