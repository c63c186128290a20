package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Looks for the cover of a release: in its first files, then beside them. */
final class CoverHunt {
    private static final Logger LOG = Logger.getLogger(CoverHunt.class.getName());

    record Place(Path file, AudioFormat format) {}

    record Wanted(long release, List<Place> places) {}

    record Found(long release, Optional<String> sha256) {}

    private interface Picture {
        Optional<byte[]> find() throws FileRefused;
    }

    private final CoverFiles covers;

    CoverHunt(CoverFiles covers) {
        this.covers = covers;
    }

    static Names names() {
        return new Names("cover_id_seq", """
                insert into cover (id, sha256) select * from ROWS
                on conflict (sha256) do update set sha256 = excluded.sha256 returning sha256, id""", "bigint", "text");
    }

    /** Empty where a cover was found and could not be kept: it is looked for again another time. */
    Optional<Found> look(Wanted wanted) {
        try {
            return Optional.of(new Found(wanted.release(), find(wanted)));
        } catch (IOException notNow) {
            LOG.fine(() -> "[catalog] A cover cannot be kept: " + notNow.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> find(Wanted wanted) throws IOException {
        for (Place place : wanted.places()) {
            Optional<String> inside = keep(place.file(), () -> TagReader.picture(place.file(), place.format()));
            if (inside.isPresent()) {
                return inside;
            }
        }
        Path folder = wanted.places().getFirst().file().getParent();
        return keep(folder, () -> FolderPicture.in(folder));
    }

    private Optional<String> keep(Path place, Picture picture) throws IOException {
        try {
            Optional<byte[]> bytes = picture.find();
            return bytes.isPresent() ? Optional.of(covers.keep(bytes.get())) : Optional.empty();
        } catch (FileRefused refused) {
            LOG.info("[catalog] No cover from %s: %s".formatted(place, refused.getMessage()));
            return Optional.empty();
        }
    }
}
