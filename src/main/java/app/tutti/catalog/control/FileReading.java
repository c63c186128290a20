package app.tutti.catalog.control;

import app.tutti.catalog.entity.FileNames;
import app.tutti.catalog.entity.Lyrics;
import app.tutti.catalog.entity.MusicFile;
import app.tutti.catalog.entity.ScannedFile;
import app.tutti.catalog.entity.TrackTags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one file: its tags, what its place tells, and the words that lie beside it. */
final class FileReading {
    private FileReading() {}

    static ScannedFile read(MusicFile file) throws FileRefused {
        if (!Path.of(file.path().toString()).equals(file.path())) {
            throw new FileRefused(Refusal.NAME);
        }
        if (!Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileRefused(Refusal.CLOSED);
        }
        AudioTags tags = TagReader.read(file.path(), file.format());
        TrackTags track = tags.track().or(FileNames.of(file));
        boolean sung = track.lyrics() != null && track.lyrics().synced();
        return new ScannedFile(
                file,
                ContentHash.of(file.path()),
                tags.sound(),
                sung ? track : track.sungAs(lyricsBeside(file.path())));
    }

    /** The song's name with {@code .lrc}. */
    private static Optional<Lyrics> lyricsBeside(Path file) {
        String name = file.getFileName().toString();
        Path beside = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".lrc");
        try {
            return Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS) && Files.size(beside) <= Lyrics.LONGEST
                    ? Lyrics.of(text(Files.readAllBytes(beside)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0 ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
    }
}
