package app.tutti.catalog.store.entity;

import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.library.entity.FoldedName;
import app.tutti.catalog.tags.entity.TrackTags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what tracks are one release: what MusicBrainz calls it and their format; else, for a compilation, its folder's name,
 * because some programs put each of its tracks into a folder of the track's artist; else who made it, its title, year and
 * format; else where its files lie and its title. Hashed, because a path can be longer than what an index takes.
 */
public record ReleaseKey(String value) {
    static ReleaseKey of(MusicFile file, TrackTags tags, Edition edition) {
        if (edition.releaseId() != null) {
            return hashed("musicbrainz", edition.releaseId().toString(), edition.format());
        }
        String title = FoldedName.of(tags.release());
        String artist = !edition.releaseArtist().isEmpty()
                ? edition.releaseArtist()
                : FoldedName.of(tags.releaseArtist().text());
        Path folder = file.releaseFolder();
        if (edition.compilation() && isTwoDeep(file.musicFolder(), folder)) {
            Path above = folder.getParent().getParent();
            return hashed(
                    "compilation",
                    artist,
                    title,
                    above.toString(),
                    folder.getFileName().toString());
        }
        return artist.isEmpty()
                ? hashed("folder", folder.toString(), title)
                : hashed("artist", artist, title, String.valueOf(edition.year()), edition.format(), edition.barcode());
    }

    private static boolean isTwoDeep(Path musicFolder, Path folder) {
        return folder.startsWith(musicFolder) && folder.getNameCount() >= musicFolder.getNameCount() + 2;
    }

    private static ReleaseKey hashed(String... parts) {
        byte[] text = String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8);
        try {
            return new ReleaseKey(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 20));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
