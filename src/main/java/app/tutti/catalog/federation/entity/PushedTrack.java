package app.tutti.catalog.federation.entity;

import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.store.entity.ScannedFile;
import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TrackTags;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A track as a home server tells of it, without its sound. It is stored as if it had been read from a file, at a path
 * that is in no music folder.
 *
 * @param number its id there
 * @param cover the hash of its release's there
 * @param added there, and not later than now
 */
public record PushedTrack(long number, ScannedFile scanned, Optional<String> cover, Instant added) {
    /** What stands in front of the paths of all of them. */
    private static final String FOLDER = "pushed";

    private static final Pattern RELEASE_KEY = Pattern.compile("[0-9a-f]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public PushedTrack {
        require(number > 0, "id");
        cover.ifPresent(hash -> require(HASH.matcher(hash).matches(), "cover"));
    }

    /** @param releaseKey by which the home server knows which tracks are one release */
    public static PushedTrack of(
            UUID home,
            long number,
            String releaseKey,
            Sound sound,
            TrackTags tags,
            Optional<String> cover,
            Instant added) {
        require(RELEASE_KEY.matcher(releaseKey).matches(), "releaseKey");
        Path folder = Path.of(FOLDER, home.toString());
        Path path = folder.resolve(releaseKey).resolve(Long.toString(number));
        return new PushedTrack(
                number,
                new ScannedFile(new MusicFile(path, folder, sound.format(), 0, 0, null), null, sound, tags),
                cover,
                added);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException("wrong " + field);
        }
    }
}
