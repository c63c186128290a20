package app.tutti.catalog.scan.control;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.RefusalReason;
import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.library.entity.Lyrics;
import app.tutti.catalog.store.entity.ScannedFile;
import app.tutti.catalog.tags.control.AudioTags;
import app.tutti.catalog.tags.control.TagReader;
import app.tutti.catalog.tags.entity.FileNames;
import app.tutti.catalog.tags.entity.TrackTags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one file: its tags, what its place tells, and the words that lie beside it. */
public final class FileReading {
    private FileReading() {}

    static ScannedFile read(MusicFile file) throws FileRefused {
        if (!Path.of(file.path().toString()).equals(file.path())) {
            throw new FileRefused(RefusalReason.NAME);
        }
        if (!Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileRefused(RefusalReason.CLOSED);
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
