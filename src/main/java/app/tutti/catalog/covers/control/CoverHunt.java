package app.tutti.catalog.covers.control;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.files.entity.DiscFolder;
import app.tutti.catalog.tags.control.TagReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Looks for the cover of a release: in its first files, then beside them, then in the folder above its discs'. Each
 * picture is tried until one can be used.
 */
public final class CoverHunt {
    private static final Logger LOG = Logger.getLogger(CoverHunt.class.getName());

    public record Place(Path file, AudioFormat format) {}

    public record Wanted(long release, List<Place> places) {}

    public record Found(long release, Optional<String> sha256) {}

    private interface Pictures {
        List<byte[]> find() throws FileRefused;
    }

    private final CoverFiles covers;
    private final MusicFolders folders;

    public CoverHunt(CoverFiles covers, MusicFolders folders) {
        this.covers = covers;
        this.folders = folders;
    }

    /** Empty where a cover was found and could not be kept: it is looked for again another time. */
    public Optional<Found> look(Wanted wanted) {
        try {
            return Optional.of(new Found(wanted.release(), find(wanted)));
        } catch (IOException notNow) {
            LOG.fine(() -> "[catalog] A cover cannot be kept: " + notNow.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> find(Wanted wanted) throws IOException {
        for (Place place : wanted.places()) {
            Optional<String> inside = keep(place.file(), () -> TagReader.pictures(place.file(), place.format()));
            if (inside.isPresent()) {
                return inside;
            }
        }
        for (Path folder : beside(wanted.places())) {
            for (Path picture : FolderPicture.in(folder)) {
                Optional<String> kept = keep(picture, () -> List.of(FolderPicture.bytes(picture)));
                if (kept.isPresent()) {
                    return kept;
                }
            }
        }
        return Optional.empty();
    }

    private static Set<Path> beside(List<Place> places) {
        Set<Path> folders = new LinkedHashSet<>();
        places.forEach(place -> folders.add(place.file().getParent()));
        List.copyOf(folders).stream()
                .filter(folder ->
                        folder.getParent() != null && DiscFolder.of(folder).isPresent())
                .forEach(disc -> folders.add(disc.getParent()));
        return folders;
    }

    /** The first of its pictures that can be used. */
    private Optional<String> keep(Path file, Pictures pictures) throws IOException {
        if (!folders.hold(file)) {
            return Optional.empty();
        }
        try {
            for (byte[] picture : pictures.find()) {
                Optional<String> kept = keep(file, picture);
                if (kept.isPresent()) {
                    return kept;
                }
            }
        } catch (FileRefused refused) {
            say(file, refused);
        }
        return Optional.empty();
    }

    private Optional<String> keep(Path file, byte[] picture) throws IOException {
        try {
            return Optional.of(covers.keep(picture));
        } catch (FileRefused refused) {
            say(file, refused);
            return Optional.empty();
        }
    }

    private static void say(Path place, FileRefused refused) {
        LOG.info("[catalog] No cover from %s: %s".formatted(place, refused.getMessage()));
    }
}
