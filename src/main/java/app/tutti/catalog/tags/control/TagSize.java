package app.tutti.catalog.tags.control;

import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.RefusalReason;
import app.tutti.catalog.files.entity.AudioFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * How much of a file its tags say they are. The libraries hold all of them in memory, several times over, and for several
 * files at once; so what is larger than a good picture needs is refused before it is read.
 */
public final class TagSize {
    static final long MOST = 32L * 1024 * 1024;

    /** Sixty hours of a book have 37 MB of sample tables. */
    static final long MOST_OF_A_BOOK = 4 * MOST;

    private static final int ENOUGH_BLOCKS = 200;

    /** What begins most files is in here, so that it takes one read. */
    private static final int HEAD = 4096;

    private final FileChannel channel;
    private final ByteBuffer head;

    private TagSize(FileChannel channel) throws IOException {
        this.channel = channel;
        this.head = readAt(0, HEAD);
    }

    /** Whether the library takes so much memory for it that there must be no second one at the same time. */
    static boolean isHuge(Path file, AudioFormat format) throws IOException {
        if (format != AudioFormat.M4A) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return new TagSize(channel).movie() > MOST;
        }
    }

    static void check(Path file, AudioFormat format) throws FileRefused {
        try (FileChannel channel = FileChannel.open(file)) {
            if (new TagSize(channel).size(format) > MOST) {
                throw new FileRefused(RefusalReason.TOO_LARGE);
            }
        } catch (IOException closed) {
            throw new FileRefused(RefusalReason.CLOSED, closed);
        }
    }

    private long size(AudioFormat format) throws IOException {
        long id3 = id3();
        return switch (format) {
            case FLAC -> id3 + flac(id3);
            case M4A, ALAC -> mp4();
            default -> id3;
        };
    }

    /** ID3v2.4 §3.1: four bytes of seven bits. */
    private long id3() throws IOException {
        ByteBuffer header = read(0, 10);
        if (header.remaining() < 10 || !text(header, 0, 3).equals("ID3")) {
            return 0;
        }
        long size = 0;
        for (int place = 6; place < 10; place++) {
            size = size << 7 | header.get(place) & 0x7F;
        }
        return size + 10;
    }

    /** RFC 9639 §8.1: the first bit says that no block follows, three bytes how long this one is. */
    private long flac(long start) throws IOException {
        long place = start + 4;
        for (int block = 0; block < ENOUGH_BLOCKS; block++) {
            ByteBuffer header = read(place, 4);
            if (header.remaining() < 4) {
                break;
            }
            int word = header.getInt(0);
            place += 4 + (word & 0xFFFFFF);
            if (word < 0) {
                break;
            }
        }
        return place - start;
    }

    /** Without where each of a long book's samples lies, which takes more than its tags. */
    private long mp4() throws IOException {
        long place = moviePlace();
        long size = movie();
        return size == 0 || size > MOST_OF_A_BOOK ? size : size - sampleTables(place + 8, place + size);
    }

    /** How large the box is that has the tags and where the samples lie; 0 without one. */
    private long movie() throws IOException {
        long place = moviePlace();
        return place < 0 ? 0 : boxSize(read(place, 16));
    }

    /** ISO/IEC 14496-12 §4.2: a box begins with its size, itself included, and its kind. Tags are in "moov". */
    private long moviePlace() throws IOException {
        long place = 0;
        for (int box = 0; box < ENOUGH_BLOCKS; box++) {
            ByteBuffer header = read(place, 16);
            if (header.remaining() < 8) {
                break;
            }
            if (text(header, 4, 4).equals("moov")) {
                return place;
            }
            long size = boxSize(header);
            if (size < 8) {
                break;
            }
            place += size;
        }
        return -1;
    }

    private static long boxSize(ByteBuffer header) {
        long size = Integer.toUnsignedLong(header.getInt(0));
        return size == 1 && header.remaining() == 16 ? header.getLong(8) : size;
    }

    /** §8.5: "stbl", in the boxes of each track. */
    private long sampleTables(long from, long to) throws IOException {
        long tables = 0;
        long place = from;
        for (int box = 0; box < ENOUGH_BLOCKS && place + 8 <= to; box++) {
            ByteBuffer header = read(place, 8);
            long size = header.remaining() < 8 ? 0 : Integer.toUnsignedLong(header.getInt(0));
            if (size < 8) {
                break;
            }
            tables += switch (text(header, 4, 4)) {
                case "stbl" -> size;
                case "trak", "mdia", "minf" -> sampleTables(place + 8, Math.min(to, place + size));
                default -> 0;
            };
            place += size;
        }
        return tables;
    }

    private ByteBuffer read(long place, int length) throws IOException {
        return place >= 0 && place + length <= head.limit() ? head.slice((int) place, length) : readAt(place, length);
    }

    private ByteBuffer readAt(long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (place >= 0 && bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
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
