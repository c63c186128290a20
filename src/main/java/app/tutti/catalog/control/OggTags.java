package app.tutti.catalog.control;

import app.tutti.catalog.entity.AudioFormat;
import app.tutti.catalog.entity.Sound;
import app.tutti.catalog.entity.TagName;
import app.tutti.catalog.entity.TrackTags;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
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
            return new AudioTags(sound(file, Files.size(path)), TrackTags.of(name -> all(tags, name)));
        }
    }

    static Optional<byte[]> picture(Path path) throws IOException {
        try (OpusFile file = new OpusFile(path.toFile())) {
            return file.getTags().getComments("metadata_block_picture").stream()
                    .findFirst()
                    .flatMap(OpusTags::picture);
        }
    }

    private static List<String> all(org.gagravarr.opus.OpusTags tags, TagName name) {
        return name.names().stream()
                .map(tags::getComments)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Sound sound(OpusFile file, long size) throws IOException {
        OpusStatistics statistics = new OpusStatistics(file);
        statistics.calculate();
        long duration = Math.round(statistics.getDurationSeconds() * 1000);
        return new Sound(
                AudioFormat.OPUS,
                duration,
                duration > 0 ? Math.toIntExact(size * 8 / duration) : null,
                Math.toIntExact(file.getInfo().getRate()),
                file.getInfo().getNumChannels());
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
