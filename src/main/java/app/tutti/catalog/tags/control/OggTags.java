package app.tutti.catalog.tags.control;

import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TrackTags;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.ogg.audio.OggAudioHeaders;
import org.gagravarr.ogg.audio.OggAudioTagsHeader;
import org.gagravarr.opus.OpusFile;
import org.gagravarr.vorbis.VorbisFile;
import org.jaudiotagger.audio.flac.metadatablock.MetadataBlockDataPicture;
import org.jaudiotagger.tag.InvalidFrameException;

/** Vorbis and Opus, by vorbis-java, which reads the headers in one go; jaudiotagger goes back from the end byte by byte. */
public final class OggTags {
    private static final int HEADERS = 16 * 1024;

    /** RFC 7845 §4: whatever its input was, Opus counts in samples of 48 kHz. */
    private static final int OPUS_RATE = 48_000;

    private OggTags() {}

    static AudioTags read(Path path, AudioFormat format) throws IOException {
        OggAudioHeaders headers = headers(path, format);
        return new AudioTags(sound(path, format, headers), TrackTags.of(fields(headers.getTags())::all));
    }

    static List<byte[]> pictures(Path path, AudioFormat format) throws IOException {
        OggAudioTagsHeader tags = headers(path, format).getTags();
        return EmbeddedPicture.ordered(Stream.concat(
                tags.getComments("metadata_block_picture").stream().flatMap(OggTags::picture),
                tags.getComments("coverart").stream()
                        .flatMap(OggTags::bytes)
                        .map(bytes -> new EmbeddedPicture(0, bytes))));
    }

    private static OggAudioHeaders headers(Path path, AudioFormat format) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), HEADERS)) {
            OggPacketReader packets = new OggPacketReader(bytes);
            return format == AudioFormat.OPUS ? new OpusFile(packets) : new VorbisFile(packets);
        }
    }

    private static TagFields fields(OggAudioTagsHeader tags) {
        TagFields fields = new TagFields();
        tags.getAllComments().forEach((name, values) -> fields.add(name, values.toArray(String[]::new)));
        return fields;
    }

    private static Sound sound(Path path, AudioFormat format, OggAudioHeaders headers) throws IOException {
        int rate = headers.getInfo().getSampleRate();
        boolean opus = format == AudioFormat.OPUS;
        long samples = OggLength.samples(path, headers.getSid(), opus)
                - headers.getInfo().getPreSkip();
        long duration = samples * 1000 / (opus ? OPUS_RATE : Math.max(1, rate));
        return new Sound(
                format,
                duration,
                duration > 0 ? Math.toIntExact(Files.size(path) * 8 / duration) : null,
                rate,
                headers.getInfo().getNumChannels());
    }

    /** RFC 7845 §5.2 leaves pictures to the convention of FLAC: its picture block in base64. */
    private static Stream<EmbeddedPicture> picture(String block) {
        return bytes(block).flatMap(bytes -> {
            try {
                MetadataBlockDataPicture picture = new MetadataBlockDataPicture(ByteBuffer.wrap(bytes));
                return Stream.of(new EmbeddedPicture(picture.getPictureType(), picture.getImageData()));
            } catch (IOException | InvalidFrameException | RuntimeException notAPicture) {
                return Stream.empty();
            }
        });
    }

    private static Stream<byte[]> bytes(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return bytes.length == 0 ? Stream.empty() : Stream.of(bytes);
        } catch (IllegalArgumentException otherText) {
            return Stream.empty();
        }
    }
}
