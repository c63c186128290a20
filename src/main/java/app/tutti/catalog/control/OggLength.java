package app.tutti.catalog.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long an Ogg stream is: its last page tells, which is looked for from the end, so that the rest need not be read. */
final class OggLength {
    private static final int CAPTURE_PATTERN = 'O' | 'g' << 8 | 'g' << 16 | 'S' << 24;

    // RFC 3533 §6: where a page has them, and how long its header is without its table of segments.
    private static final int GRANULE_POSITION = 6;
    private static final int SERIAL_NUMBER = 14;
    private static final int HEADER = 27;

    /** Most pages have 4 KiB, the largest 64; what is farther away is no end of a stream. */
    private static final int[] TAILS = {8 * 1024, 128 * 1024, 2 * 1024 * 1024};

    private OggLength() {}

    /** The last position in the stream with this serial number; 0 when its end has no pages of it. */
    static long samples(Path file, int serial) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            for (int tail : TAILS) {
                long last = lastPosition(tail(channel, tail), serial);
                if (last > 0 || tail >= channel.size()) {
                    return Math.max(0, last);
                }
            }
            return 0;
        }
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
