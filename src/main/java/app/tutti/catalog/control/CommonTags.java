package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
import app.tutti.catalog.entity.Sound;
import app.tutti.catalog.entity.TagName;
import app.tutti.catalog.entity.TrackTags;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.AudioHeader;
import org.jaudiotagger.audio.mp3.MP3File;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.id3.ID3v24Tag;
import org.jaudiotagger.tag.images.Artwork;

/** Every format but those in Ogg, by jaudiotagger. */
final class CommonTags {
    // It logs many lines for each file. Held here, because a logger without a reference forgets its level.
    private static final Logger LIBRARY = Logger.getLogger("org.jaudiotagger");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private CommonTags() {}

    static AudioTags read(Path path, AudioFormat format) throws Exception {
        AudioFile file = open(path);
        TagValues values = TagValues.of(tag(file));
        return new AudioTags(sound(file.getAudioHeader(), format), TrackTags.of((TagName name) -> values.all(name)));
    }

    static Optional<byte[]> picture(Path path) throws Exception {
        Artwork artwork = open(path).getTagOrCreateDefault().getFirstArtwork();
        return artwork == null || artwork.isLinked() ? Optional.empty() : Optional.ofNullable(artwork.getBinaryData());
    }

    /** The library offers the oldest kind only to who asks for it. */
    private static Tag tag(AudioFile file) {
        return file instanceof MP3File mp3 && !mp3.hasID3v2Tag() && mp3.hasID3v1Tag()
                ? new ID3v24Tag(mp3.getID3v1Tag())
                : file.getTagOrCreateDefault();
    }

    /** By what its name should say: the library goes by the extension, and does not know all of them. */
    private static AudioFile open(Path path) throws Exception {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return AudioFileIO.readAs(path.toFile(), name.substring(name.lastIndexOf('.') + 1));
    }

    private static Sound sound(AudioHeader header, AudioFormat format) {
        return new Sound(
                format == AudioFormat.M4A && isAlac(header) ? AudioFormat.ALAC : format,
                Math.round(header.getPreciseTrackLength() * 1000),
                Math.toIntExact(Math.clamp(header.getBitRateAsNumber(), 0, Integer.MAX_VALUE)),
                header.getSampleRateAsNumber(),
                channels(header.getChannels()));
    }

    private static boolean isAlac(AudioHeader header) {
        return Arrays.asList("ALAC", "APPLE LOSSLESS")
                .contains(String.valueOf(header.getEncodingType()).toUpperCase(Locale.ROOT));
    }

    /** A number, or what MP3 has names for. */
    private static Integer channels(String text) {
        if (text == null) {
            return null;
        }
        return text.equalsIgnoreCase("mono") ? Integer.valueOf(1) : stereo(text);
    }

    private static Integer stereo(String text) {
        return text.toLowerCase(Locale.ROOT).contains("stereo") || text.equalsIgnoreCase("dual")
                ? Integer.valueOf(2)
                : TrackTags.number(text);
    }
}
