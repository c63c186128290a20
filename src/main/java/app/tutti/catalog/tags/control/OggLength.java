package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long an Ogg stream is: its last page tells, which is looked for from the end, so that the rest need not be read. */
public final class OggLength {
    private static final int CAPTURE_PATTERN = 'O' | 'g' << 8 | 'g' << 16 | 'S' << 24;

    // RFC 3533 §6: where a page has them, and how long its header is without its table of segments.
    private static final int GRANULE_POSITION = 6;
    private static final int SERIAL_NUMBER = 14;
    private static final int HEADER = 27;

    /** Most pages have 4 KiB, the largest 64; what is farther away is no end of a stream. */
    private static final int[] TAILS = {8 * 1024, 128 * 1024, 2 * 1024 * 1024};

    private static final int MOST_SEGMENTS = 255;

    /** More than headers with the largest picture take. */
    private static final int MOST_PAGES = 2000;

    /** In samples: no page holds more, so that what begins later has begun before. */
    private static final long LONGEST_FIRST_PAGE = 10 * 48_000L;

    private OggLength() {}

    /**
     * How many samples there are from the first page of sound of the stream with this serial number to the last: a stream
     * that was recorded from the air begins at whatever time it was. 0 when its end has no pages of it.
     */
    static long samples(Path file, int serial, boolean opus) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            for (int tail : TAILS) {
                long last = lastPosition(tail(channel, tail), serial);
                if (last > 0 || tail >= channel.size()) {
                    return last <= 0 ? 0 : Math.max(0, last - start(channel, serial, opus));
                }
            }
            return 0;
        }
    }

    /** Where the first page of sound begins; pages of headers are at 0 (RFC 7845 §4). */
    private static long start(SeekableByteChannel channel, int serial, boolean opus) throws IOException {
        long place = 0;
        long first = -1;
        for (int page = 0; page < MOST_PAGES; page++) {
            ByteBuffer header = at(channel, place, HEADER + MOST_SEGMENTS);
            if (header.remaining() < HEADER || header.getInt(0) != CAPTURE_PATTERN) {
                return 0;
            }
            int segments = header.get(HEADER - 1) & 0xFF;
            long position = header.getLong(GRANULE_POSITION);
            boolean ours = header.getInt(SERIAL_NUMBER) == serial && position > 0;
            if (ours && (position < LONGEST_FIRST_PAGE || opus)) {
                return opus ? Math.max(0, position - opusSamples(channel, place, header)) : 0;
            }
            if (ours && first >= 0) {
                // What is on the first page is about what is on the second.
                return Math.max(0, first - (position - first));
            }
            first = ours ? position : first;
            place += HEADER + segments;
            for (int segment = 0; segment < segments && HEADER + segment < header.limit(); segment++) {
                place += header.get(HEADER + segment) & 0xFF;
            }
        }
        return 0;
    }

    /** RFC 6716 §3.1: the first byte of a packet tells how many samples of 48 kHz are in it. */
    private static long opusSamples(SeekableByteChannel channel, long page, ByteBuffer header) throws IOException {
        int segments = header.get(HEADER - 1) & 0xFF;
        long place = page + HEADER + segments;
        long samples = 0;
        boolean begins = true;
        for (int segment = 0; segment < segments && HEADER + segment < header.limit(); segment++) {
            int length = header.get(HEADER + segment) & 0xFF;
            if (begins && length > 0) {
                ByteBuffer packet = at(channel, place, 2);
                samples += packet.remaining() > 0 ? opusSamples(packet) : 0;
            }
            begins = length < 255;
            place += length;
        }
        return samples;
    }

    private static int opusSamples(ByteBuffer packet) {
        int configuration = packet.get(0) >> 3 & 0x1F;
        int frame = configuration < 12
                ? new int[] {480, 960, 1920, 2880}[configuration & 3]
                : configuration < 16 ? 480 << (configuration & 1) : 120 << (configuration & 3);
        return switch (packet.get(0) & 3) {
            case 0 -> frame;
            case 1, 2 -> 2 * frame;
            default -> packet.remaining() > 1 ? (packet.get(1) & 0x3F) * frame : 0;
        };
    }

    private static ByteBuffer at(SeekableByteChannel channel, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.clamp(channel.size() - place, 0, length))
                .order(ByteOrder.LITTLE_ENDIAN);
        channel.position(Math.min(place, channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    private static long lastPosition(ByteBuffer bytes, int serial) {
        for (int place = bytes.limit() - HEADER; place >= 0; place--) {
            if (bytes.getInt(place) == CAPTURE_PATTERN && bytes.getInt(place + SERIAL_NUMBER) == serial) {
                long position = bytes.getLong(place + GRANULE_POSITION);
                // -1 where no packet ends on the page.
                if (position >= 0) {
                    return position;
                }
            }
        }
        return -1;
    }

    private static ByteBuffer tail(SeekableByteChannel channel, int length) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate((int) Math.min(length, channel.size())).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(channel.size() - bytes.capacity());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
