package app.tutti.catalog.tags.control;

import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TagName;
import app.tutti.catalog.tags.entity.TrackTags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.AudioHeader;
import org.jaudiotagger.audio.mp3.MP3File;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.id3.ID3v24Tag;
import org.jaudiotagger.tag.wav.WavTag;

/** Every format but those in Ogg, by jaudiotagger. */
public final class CommonTags {
    // It logs many lines for each file. Held here, because a logger without a reference forgets its level.
    private static final Logger LIBRARY = Logger.getLogger("org.jaudiotagger");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private CommonTags() {}

    static AudioTags read(Path path, AudioFormat format) throws Exception {
        AudioFile file = open(path);
        return new AudioTags(
                sound(file.getAudioHeader(), format),
                TrackTags.of(TagFields.firstOf(
                        tags(file, path, format).filter(Objects::nonNull).toList())));
    }

    static List<byte[]> pictures(Path path) throws Exception {
        return EmbeddedPicture.ordered(open(path).getTagOrCreateDefault().getArtworkList().stream()
                .filter(artwork -> !artwork.isLinked())
                .map(artwork -> new EmbeddedPicture(artwork.getPictureType(), artwork.getBinaryData())));
    }

    /** The better kind first, where a file has several; null for one that it has not. */
    private static Stream<Function<TagName, List<String>>> tags(AudioFile file, Path path, AudioFormat format)
            throws IOException {
        return switch (format) {
            case MP3 -> {
                MP3File mp3 = (MP3File) file;
                // ID3v1 cuts names after 30 bytes.
                yield Stream.of(
                        of(mp3.hasID3v2Tag() ? mp3.getID3v2Tag() : null),
                        ApeTag.read(path)::all,
                        of(mp3.hasID3v1Tag() ? new ID3v24Tag(mp3.getID3v1Tag()) : null));
            }
            case WAV -> {
                WavTag wave = (WavTag) file.getTagOrCreateDefault();
                yield Stream.of(of(wave.isExistingId3Tag() ? wave.getID3Tag() : null), RiffInfo.read(path)::all);
            }
            case M4A, ALAC -> Stream.of(Mp4Tags.read(path)::all);
            case WMA -> Stream.of(AsfTags.read(path)::all);
            default -> Stream.of(of(file.getTagOrCreateDefault()));
        };
    }

    private static Function<TagName, List<String>> of(Tag tag) {
        return tag == null ? null : TagValues.of(tag)::all;
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
