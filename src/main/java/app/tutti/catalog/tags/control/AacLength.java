package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** How long an AAC without a container is: each of its frames has a header (ISO/IEC 13818-7 §6.2), and nothing counts them. */
public final class AacLength {
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350, 0, 0, 0
    };
    private static final int BLOCK = 64 * 1024;
    private static final int HEADER = 7;
    private static final int SAMPLES = 1024;

    private AacLength() {}

    static long milliseconds(Path path) throws IOException {
        try (SoundBytes file = new SoundBytes(path)) {
            double seconds = 0;
            long place = file.id3();
            while (place + HEADER <= file.size()) {
                ByteBuffer bytes = file.read(place, BLOCK, ByteOrder.BIG_ENDIAN);
                int at = 0;
                while (at + HEADER <= bytes.limit()) {
                    int rate = RATES[bytes.get(at + 2) >> 2 & 0xF];
                    int length = bytes.getInt(at + 3) >>> 13 & 0x1FFF;
                    if ((bytes.getShort(at) & 0xFFF6) != 0xFFF0 || rate == 0 || length < HEADER) {
                        at++;
                    } else {
                        seconds += (double) SAMPLES * ((bytes.get(at + 6) & 3) + 1) / rate;
                        at += length;
                    }
                }
                place += at;
            }
            return Math.round(seconds * 1000);
        }
    }
}
