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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;
import org.jaudiotagger.audio.flac.metadatablock.MetadataBlockDataPicture;
import org.jaudiotagger.tag.InvalidFrameException;
import org.jaudiotagger.tag.vorbiscomment.VorbisCommentReader;
import org.jaudiotagger.tag.vorbiscomment.VorbisCommentTag;

/** FLAC in Ogg (RFC 9639 §10.1): its packets are FLAC's metadata blocks, and then its frames. */
public final class OggFlacTags {
    /** In the first packet, in front of "fLaC" and the first block: 0x7F, "FLAC", a version, and how many blocks follow. */
    private static final int FIRST_BLOCK = 13;

    private static final int BLOCK_HEADER = 4;
    private static final int STREAM_INFO = 34;
    private static final int COMMENTS = 4;
    private static final int PICTURE = 6;
    private static final int MOST_BLOCKS = 64;
    private static final int HEADERS = 16 * 1024;

    private OggFlacTags() {}

    static AudioTags read(Path path) throws Exception {
        List<OggPacket> headers = headers(path);
        VorbisCommentTag comments = new VorbisCommentTag();
        for (byte[] block : blocks(headers, COMMENTS).toList()) {
            comments = new VorbisCommentReader().read(block, false, path);
        }
        TagValues values = TagValues.of(comments);
        return new AudioTags(sound(path, headers.getFirst()), TrackTags.of(values::all));
    }

    static List<byte[]> pictures(Path path) throws IOException {
        return EmbeddedPicture.ordered(blocks(headers(path), PICTURE).flatMap(OggFlacTags::picture));
    }

    private static Stream<EmbeddedPicture> picture(byte[] block) {
        try {
            MetadataBlockDataPicture picture = new MetadataBlockDataPicture(ByteBuffer.wrap(block));
            return Stream.of(new EmbeddedPicture(picture.getPictureType(), picture.getImageData()));
        } catch (IOException | InvalidFrameException | RuntimeException notAPicture) {
            return Stream.empty();
        }
    }

    private static List<OggPacket> headers(Path path) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), HEADERS)) {
            OggPacketReader packets = new OggPacketReader(bytes);
            List<OggPacket> headers = new ArrayList<>();
            boolean more = true;
            while (more && headers.size() < MOST_BLOCKS) {
                OggPacket packet = packets.getNextPacket();
                if (packet == null || packet.getData().length < BLOCK_HEADER) {
                    break;
                }
                headers.add(packet);
                // A block's first bit says that it is the last.
                more = headers.size() == 1 || packet.getData()[0] >= 0;
            }
            if (headers.isEmpty() || headers.getFirst().getData().length < FIRST_BLOCK + BLOCK_HEADER + STREAM_INFO) {
                throw new IOException("there is no FLAC in it");
            }
            return headers;
        }
    }

    private static Stream<byte[]> blocks(List<OggPacket> headers, int kind) {
        return headers.stream()
                .skip(1)
                .map(OggPacket::getData)
                .filter(block -> (block[0] & 0x7F) == kind)
                .map(block -> Arrays.copyOfRange(block, BLOCK_HEADER, block.length));
    }

    /** RFC 9639 §8.2. */
    private static Sound sound(Path path, OggPacket first) throws IOException {
        ByteBuffer info = ByteBuffer.wrap(first.getData(), FIRST_BLOCK + BLOCK_HEADER, STREAM_INFO)
                .slice();
        int rate = info.getInt(10) >>> 12;
        int channels = (info.get(12) >> 1 & 7) + 1;
        long told = info.getLong(10) & 0xFFFFFFFFFL;
        long samples = told > 0 ? told : OggLength.samples(path, first.getSid(), false);
        long length = rate == 0 ? 0 : samples * 1000 / rate;
        return new Sound(AudioFormat.OGG_FLAC, 0, null, rate, channels).lasting(length, Files.size(path));
    }
}
