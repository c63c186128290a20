package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * How long an MP3 is that does not say so: all of its frames counted, unless a look at a few places finds none of another
 * bit rate, for then its size tells.
 */
public final class Mp3Length {
    private static final int[][] BITRATES = {
        // ISO/IEC 11172-3 §2.4.2.3: MPEG 1 in layers I, II and III; then MPEG 2's in layer I, and in II and III.
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448, 0},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256, 0},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0}
    };
    private static final int[] RATES = {44_100, 48_000, 32_000, 0};
    private static final int BLOCK = 64 * 1024;
    private static final int LOOK = 4 * 1024;
    private static final int LOOKS = 5;
    private static final int SIDE_INFORMATION = 40;

    /** A frame's header: how many bytes and samples the frame has, and its bit rate. */
    private record Frame(int bytes, int samples, int rate, int kilobits) {
        static Frame of(int header) {
            int version = header >> 19 & 3;
            int layer = 4 - (header >> 17 & 3);
            int rate = RATES[header >> 10 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
            if (header >>> 21 != 0x7FF || version == 1 || layer == 4 || rate == 0) {
                return null;
            }
            int table = version == 3 ? layer - 1 : layer == 1 ? 3 : 4;
            int kilobits = BITRATES[table][header >> 12 & 0xF];
            int samples = layer == 1 ? 384 : layer == 3 && version != 3 ? 576 : 1152;
            int slot = layer == 1 ? 4 : 1;
            int bytes = (samples / 8 / slot * kilobits * 1000 / rate + (header >> 9 & 1)) * slot;
            return kilobits == 0 ? null : new Frame(bytes, samples, rate, kilobits);
        }
    }

    private Mp3Length() {}

    /** Empty where its header says it, or its size. */
    static OptionalLong milliseconds(SoundBytes file) throws IOException {
        long start = file.id3();
        ByteBuffer beginning = file.read(start, LOOK, ByteOrder.BIG_ENDIAN);
        int first = next(beginning, 0);
        if (first < 0 || saysIt(beginning, first) || isOfOneBitrate(file, start + first)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(count(file, start + first));
    }

    /** Xing, Info and VBRI stand in the first frame, behind what layer III needs of it. */
    private static boolean saysIt(ByteBuffer bytes, int frame) {
        for (int place = frame + 4; place < Math.min(frame + 4 + SIDE_INFORMATION, bytes.limit() - 4); place++) {
            String mark = SoundBytes.text(bytes, place, 4);
            if (mark.equals("Xing") || mark.equals("Info") || mark.equals("VBRI")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfOneBitrate(SoundBytes file, long start) throws IOException {
        int expected = 0;
        for (int look = 0; look < LOOKS; look++) {
            ByteBuffer bytes = file.read(start + (file.size() - start) * look / LOOKS, LOOK, ByteOrder.BIG_ENDIAN);
            int place = next(bytes, 0);
            for (; place >= 0 && place + 4 <= bytes.limit(); ) {
                Frame frame = Frame.of(bytes.getInt(place));
                if (frame == null) {
                    break;
                }
                if (expected != 0 && frame.kilobits() != expected) {
                    return false;
                }
                expected = frame.kilobits();
                place += frame.bytes();
            }
        }
        return expected != 0;
    }

    /** Where a frame begins that is followed by another. */
    private static int next(ByteBuffer bytes, int from) {
        for (int place = from; place + 4 <= bytes.limit(); place++) {
            Frame frame = Frame.of(bytes.getInt(place));
            if (frame != null) {
                int after = place + frame.bytes();
                if (after + 4 > bytes.limit() || Frame.of(bytes.getInt(after)) != null) {
                    return place;
                }
            }
        }
        return -1;
    }

    private static long count(SoundBytes file, long start) throws IOException {
        double seconds = 0;
        boolean inStep = true;
        long place = start;
        while (place < file.size()) {
            ByteBuffer bytes = file.read(place, BLOCK, ByteOrder.BIG_ENDIAN);
            int at = 0;
            while (at + 4 <= bytes.limit()) {
                Frame frame = Frame.of(bytes.getInt(at));
                // A tag at the end, or a picture, has what looks like a frame now and then.
                inStep = frame != null && (inStep || next(bytes, at) == at);
                if (!inStep) {
                    at++;
                } else {
                    seconds += (double) frame.samples() / frame.rate();
                    at += frame.bytes();
                }
            }
            place += Math.max(at, 4);
        }
        return Math.round(seconds * 1000);
    }
}
