package app.tutti.catalog.control;

import app.tutti.catalog.entity.TrackTags;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gagravarr.opus.OpusFile;
import org.gagravarr.opus.OpusStatistics;
import org.jaudiotagger.audio.flac.metadatablock.MetadataBlockDataPicture;
import org.jaudiotagger.tag.InvalidFrameException;

/** Opus, by vorbis-java. */
final class OpusTags {
    private OpusTags() {}

    static AudioTags read(Path path) throws IOException {
        try (OpusFile file = new OpusFile(path.toFile())) {
            org.gagravarr.opus.OpusTags tags = file.getTags();
            TrackTags track = new TrackTags(
                    first(tags, "title"),
                    first(tags, "artist"),
                    first(tags, "albumartist"),
                    first(tags, "album"),
                    TrackTags.number(first(tags, "discnumber")),
                    TrackTags.number(first(tags, "tracknumber")),
                    TrackTags.number(first(tags, "date")),
                    duration(file));
            return new AudioTags(track, picture(first(tags, "metadata_block_picture")));
        }
    }

    private static String first(org.gagravarr.opus.OpusTags tags, String key) {
        List<String> values = tags.getComments(key);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static long duration(OpusFile file) throws IOException {
        OpusStatistics statistics = new OpusStatistics(file);
        statistics.calculate();
        return Math.round(statistics.getDurationSeconds() * 1000);
    }

    /** RFC 7845 §5.2 leaves pictures to the convention of FLAC: its picture block in base64. */
    private static Optional<byte[]> picture(String block) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(block);
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(new MetadataBlockDataPicture(ByteBuffer.wrap(bytes)).getImageData());
        } catch (IOException | InvalidFrameException | RuntimeException notAPicture) {
            return Optional.empty();
        }
    }
}
