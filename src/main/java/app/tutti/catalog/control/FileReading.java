package app.tutti.catalog.control;

import app.tutti.catalog.entity.FileNames;
import app.tutti.catalog.entity.MusicFile;
import app.tutti.catalog.entity.ScannedFile;
import app.tutti.catalog.entity.TrackTags;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Reads the files of one scan: tags for each, and a cover once for each release. */
final class FileReading {
    private static final Logger LOG = Logger.getLogger(FileReading.class.getName());

    private record ReleaseNames(String artist, String title) {}

    private final CoverFiles covers;
    private final Set<ReleaseNames> covered = new HashSet<>();
    private final Map<Path, Optional<String>> folderCovers = new HashMap<>();

    FileReading(CoverFiles covers) {
        this.covers = covers;
    }

    ScannedFile read(MusicFile file) throws FileRefused {
        AudioTags tags = TagReader.read(file.path(), file.format());
        TrackTags track = tags.track().or(FileNames.of(file.musicFolder(), file.path()));
        ReleaseNames release = new ReleaseNames(track.releaseArtist(), track.release());
        Optional<String> cover = covered.contains(release) ? Optional.empty() : cover(file.path(), tags);
        cover.ifPresent(found -> covered.add(release));
        return new ScannedFile(file, track, cover.orElse(null));
    }

    private Optional<String> cover(Path file, AudioTags tags) {
        return tags.picture()
                .flatMap(picture -> keep(file, () -> Optional.of(picture)))
                .or(() -> folderCovers.computeIfAbsent(file.getParent(), this::folderCover));
    }

    private Optional<String> folderCover(Path folder) {
        return keep(folder, () -> FolderPicture.in(folder));
    }

    private Optional<String> keep(Path place, Picture picture) {
        try {
            Optional<byte[]> bytes = picture.find();
            return bytes.isPresent() ? Optional.of(covers.keep(bytes.get())) : Optional.empty();
        } catch (FileRefused refused) {
            LOG.info("[catalog] No cover from %s: %s".formatted(place, refused.getMessage()));
            return Optional.empty();
        }
    }

    private interface Picture {
        Optional<byte[]> find() throws FileRefused;
    }
}
