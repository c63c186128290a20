package app.tutti.catalog.control;

import app.tutti.catalog.entity.TrackTags;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.KeyNotFoundException;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.images.Artwork;

/** Every format but Opus, by jaudiotagger. */
final class CommonTags {
    // It logs many lines for each file. Held here, because a logger without a reference forgets its level.
    private static final Logger LIBRARY = Logger.getLogger("org.jaudiotagger");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private CommonTags() {}

    static AudioTags read(Path path) throws Exception {
        AudioFile file = AudioFileIO.read(path.toFile());
        Tag tag = file.getTagOrCreateDefault();
        TrackTags track = new TrackTags(
                text(tag, FieldKey.TITLE),
                text(tag, FieldKey.ARTIST),
                text(tag, FieldKey.ALBUM_ARTIST),
                text(tag, FieldKey.ALBUM),
                TrackTags.number(text(tag, FieldKey.DISC_NO)),
                TrackTags.number(text(tag, FieldKey.TRACK)),
                TrackTags.number(text(tag, FieldKey.YEAR)),
                Math.round(file.getAudioHeader().getPreciseTrackLength() * 1000));
        return new AudioTags(track, picture(tag));
    }

    private static String text(Tag tag, FieldKey key) {
        try {
            return tag.getFirst(key);
        } catch (KeyNotFoundException | UnsupportedOperationException notInThisKindOfTag) {
            return "";
        }
    }

    private static Optional<byte[]> picture(Tag tag) {
        Artwork artwork = tag.getFirstArtwork();
        return artwork == null || artwork.isLinked() ? Optional.empty() : Optional.ofNullable(artwork.getBinaryData());
    }
}
