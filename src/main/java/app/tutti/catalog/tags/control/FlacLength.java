package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How long a FLAC is whose header leaves it open, as when it was written into a pipe: its last frame has a number. */
public final class FlacLength {
    /** RFC 9639 §8.2: the header's first block, behind "fLaC" and its own header. */
    private static final int STREAM_INFO = 8;

    private static final int STREAM_INFO_LENGTH = 18;
    private static final int[] TAILS = {64 * 1024, 1024 * 1024, 16 * 1024 * 1024};
    private static final int LONGEST_HEADER = 17;
    private static final int SHORTEST_FRAME = 9;

    private FlacLength() {}

    /** 0 when no frame is found. */
    static long milliseconds(SoundBytes file) throws IOException {
        ByteBuffer info = file.read(file.id3() + STREAM_INFO, STREAM_INFO_LENGTH, ByteOrder.BIG_ENDIAN);
        if (info.remaining() < STREAM_INFO_LENGTH) {
            return 0;
        }
        int rate = info.getInt(10) >>> 12;
        int blockSize = info.getShort(0) & 0xFFFF;
        for (int tail : TAILS) {
            long samples = end(file.read(Math.max(0, file.size() - tail), tail, ByteOrder.BIG_ENDIAN), blockSize);
            if (samples > 0 || tail >= file.size()) {
                return rate == 0 ? 0 : samples * 1000 / rate;
            }
        }
        return 0;
    }

    private static long end(ByteBuffer tail, int blockSize) {
        // A frame of silence is shorter than the longest header.
        ByteBuffer bytes = ByteBuffer.allocate(tail.limit() + LONGEST_HEADER).put(tail);
        for (int place = bytes.limit() - LONGEST_HEADER - SHORTEST_FRAME; place >= 0; place--) {
            // RFC 9639 §9.1: fifteen bits of sync code, and one that tells what is numbered.
            if ((bytes.getShort(place) & 0xFFFE) == 0xFFF8) {
                long end = endOfFrame(bytes, place, blockSize);
                if (end > 0) {
                    return end;
                }
            }
        }
        return 0;
    }

    private static long endOfFrame(ByteBuffer bytes, int start, int blockSize) {
        boolean samplesCounted = (bytes.get(start + 1) & 1) == 1;
        int sizeCode = bytes.get(start + 2) >> 4 & 0xF;
        int rateCode = bytes.get(start + 2) & 0xF;
        int place = start + 4;
        int first = bytes.get(place) & 0xFF;
        int more = Math.max(0, Integer.numberOfLeadingZeros(~(first << 24)) - 1);
        if (first >> 6 == 2 || more > 6) {
            return 0;
        }
        // §9.1.5: coded as UTF-8 is, with up to 36 bits.
        long number = more == 0 ? first : first & 0x3F >> more;
        for (place++; more > 0; more--) {
            number = number << 6 | bytes.get(place++) & 0x3F;
        }
        int size = size(bytes, place, sizeCode);
        place += sizeCode == 6 ? 1 : sizeCode == 7 ? 2 : 0;
        place += rateCode == 12 ? 1 : rateCode == 13 || rateCode == 14 ? 2 : 0;
        boolean isHeader = size > 0 && crc8(bytes, start, place) == (bytes.get(place) & 0xFF);
        return isHeader ? (samplesCounted ? number : number * blockSize) + size : 0;
    }

    /** §9.1.1. */
    private static int size(ByteBuffer bytes, int place, int code) {
        return switch (code) {
            case 0 -> 0;
            case 1 -> 192;
            case 2, 3, 4, 5 -> 144 << code;
            case 6 -> (bytes.get(place) & 0xFF) + 1;
            case 7 -> (bytes.getShort(place) & 0xFFFF) + 1;
            default -> 1 << code;
        };
    }

    /** §9.1.8: x^8 + x^2 + x + 1. */
    private static int crc8(ByteBuffer bytes, int from, int to) {
        int crc = 0;
        for (int place = from; place < to; place++) {
            crc ^= bytes.get(place) & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) == 0 ? crc << 1 : crc << 1 ^ 0x107;
            }
        }
        return crc & 0xFF;
    }
}
