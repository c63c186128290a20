package app.tutti.catalog.entity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * By what tracks are one release: what MusicBrainz calls it, else who made it and its title, else where its files lie and
 * its title. Hashed, because a path can be longer than what an index takes.
 */
public record ReleaseKey(String value) {
    private static final Pattern DISC_FOLDER =
            Pattern.compile("(?:cd|dis[ck]|disque|disco|vol\\.?|volume)[ ._-]*\\d{1,3}\\b.*", Pattern.CASE_INSENSITIVE);

    static ReleaseKey of(MusicFile file, TrackTags tags) {
        if (tags.releaseId() != null) {
            return hashed("musicbrainz", tags.releaseId().toString(), "");
        }
        String title = FoldedName.of(tags.release());
        return tags.releaseArtist().isGiven()
                ? hashed("artist", FoldedName.of(tags.releaseArtist().text()), title)
                : hashed("folder", releaseFolder(file).toString(), title);
    }

    private static Path releaseFolder(MusicFile file) {
        Path folder = file.path().getParent();
        boolean oneOfSeveral = !folder.equals(file.musicFolder())
                && DISC_FOLDER.matcher(folder.getFileName().toString()).matches();
        return oneOfSeveral ? folder.getParent() : folder;
    }

    private static ReleaseKey hashed(String kind, String one, String other) {
        byte[] text = String.join("\u001f", kind, one, other).getBytes(StandardCharsets.UTF_8);
        try {
            return new ReleaseKey(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 20));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
