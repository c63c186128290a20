package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
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

    Found look(Wanted wanted) {
        return new Found(
                wanted.release(),
                wanted.places().stream()
                        .flatMap(place ->
                                keep(place.file(), () -> TagReader.picture(place.file(), place.format())).stream())
                        .findFirst()
                        .or(() -> beside(wanted.places().getFirst().file())));
    }

    private Optional<String> beside(Path file) {
        return keep(file.getParent(), () -> FolderPicture.in(file.getParent()));
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
}
