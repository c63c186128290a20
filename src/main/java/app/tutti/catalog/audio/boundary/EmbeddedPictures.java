package app.tutti.catalog.audio.boundary;

import app.tutti.catalog.files.boundary.FileSlice.Disguise;
import app.tutti.catalog.files.entity.AudioFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the covers inside a music file, for players that have no use for them: Chromium fetches up to five megabytes of a
 * file with a picture before it plays a note. Nothing is cut out, so that ranges and seeking stay as they are; the few
 * bytes that say "picture" say something else that every player skips.
 *
 * @see <a href="../../../../../../../../docs/decisions/042-sound-before-covers.md">decision 042</a>
 */
public final class EmbeddedPictures {
    private static final int MOST_PARTS = 500;
    /** ISO/IEC 14496-12: where tags are, from the outermost box inwards. */
    private static final Set<String> BOXES_OF_TAGS = Set.of("moov", "udta", "meta", "ilst");

    private static final int FLAC_PICTURE = 6;
    private static final int FLAC_PADDING = 1;

    private final FileChannel channel;
    private final List<Disguise> found = new ArrayList<>();

    private EmbeddedPictures(FileChannel channel) {
        this.channel = channel;
    }

    static List<Disguise> in(Path file, AudioFormat format) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            EmbeddedPictures pictures = new EmbeddedPictures(channel);
            switch (format) {
                case MP3 -> pictures.id3();
                case FLAC -> pictures.flac(pictures.id3());
                case M4A -> pictures.boxes(0, channel.size());
                // An Ogg page carries a checksum over its bytes, and Chromium begins with these at once.
                default -> {}
            }
            return pictures.found;
        }
    }

    /** ID3v2.2 to 2.4, each §3 and §4. @return where the tag ends */
    private long id3() throws IOException {
        ByteBuffer header = read(0, 10);
        if (header.remaining() < 10 || !text(header, 0, 3).equals("ID3")) {
            return 0;
        }
        int version = header.get(3);
        int flags = header.get(5);
        long end = 10 + synchsafe(header, 6);
        boolean unsynchronised = (flags & 0x80) != 0 && version < 4;
        if (version >= 2 && version <= 4 && !unsynchronised) {
            frames(10 + ((flags & 0x40) == 0 ? 0 : extendedHeader(version)), end, version);
        }
        return end;
    }

    private long extendedHeader(int version) throws IOException {
        ByteBuffer size = read(10, 4);
        if (version < 3 || size.remaining() < 4) {
            return 0;
        }
        return version == 3 ? 4 + Integer.toUnsignedLong(size.getInt(0)) : synchsafe(size, 0);
    }

    private void frames(long first, long end, int version) throws IOException {
        int idLength = version == 2 ? 3 : 4;
        int headerLength = version == 2 ? 6 : 10;
        long place = first;
        for (int frame = 0; frame < MOST_PARTS && place + headerLength < end; frame++) {
            ByteBuffer header = read(place, headerLength);
            if (header.remaining() < headerLength || header.get(0) == 0) {
                return;
            }
            if (text(header, 0, idLength).equals(version == 2 ? "PIC" : "APIC")) {
                // §4: what begins with X is somebody's experiment.
                found.add(new Disguise(place, new byte[] {'X'}));
            }
            place += headerLength + frameLength(header, version);
        }
    }

    private static long frameLength(ByteBuffer header, int version) {
        return switch (version) {
            case 2 -> header.getInt(2) & 0xFFFFFF;
            case 3 -> Integer.toUnsignedLong(header.getInt(4));
            default -> synchsafe(header, 4);
        };
    }

    /** RFC 9639 §8.1: one bit that no block follows, seven what it is, three bytes how long. */
    private void flac(long start) throws IOException {
        long place = start + 4;
        for (int block = 0; block < MOST_PARTS; block++) {
            ByteBuffer header = read(place, 4);
            if (header.remaining() < 4) {
                return;
            }
            int word = header.getInt(0);
            if ((word >> 24 & 0x7F) == FLAC_PICTURE) {
                found.add(new Disguise(place, new byte[] {(byte) (word >> 24 & 0x80 | FLAC_PADDING)}));
            }
            if (word < 0) {
                return;
            }
            place += 4 + (word & 0xFFFFFF);
        }
    }

    private void boxes(long first, long end) throws IOException {
        long place = first;
        for (int box = 0; box < MOST_PARTS && place + 8 <= end; box++) {
            ByteBuffer header = read(place, 16);
            if (header.remaining() < 8) {
                return;
            }
            long size = Integer.toUnsignedLong(header.getInt(0));
            String kind = text(header, 4, 4);
            if (size == 1 && header.remaining() == 16) {
                size = header.getLong(8);
            }
            if (size < 8 || size > end - place) {
                return;
            }
            if (kind.equals("covr")) {
                found.add(new Disguise(place + 4, "free".getBytes(StandardCharsets.ISO_8859_1)));
            } else if (BOXES_OF_TAGS.contains(kind)) {
                // "meta" has a version of four bytes before what is in it.
                boxes(place + (kind.equals("meta") ? 12 : 8), place + size);
            }
            place += size;
        }
    }

    /** ID3v2.4 §6.2: four bytes of seven bits. */
    private static long synchsafe(ByteBuffer bytes, int from) {
        long number = 0;
        for (int place = from; place < from + 4; place++) {
            number = number << 7 | bytes.get(place) & 0x7F;
        }
        return number;
    }

    private ByteBuffer read(long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer bytes, int from, int length) {
        byte[] some = new byte[length];
        bytes.get(from, some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }
}
