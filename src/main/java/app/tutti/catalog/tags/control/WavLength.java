package app.tutti.catalog.tags.control;

import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.catalog.tags.entity.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a WAV is, also one that is larger than its header can say (RF64, EBU Tech 3306) or whose header was never
 * finished, as when it was written into a pipe.
 */
public final class WavLength {
    private static final int MOST_CHUNKS = 1000;
    private static final int HEADER = 8;
    private static final long UNKNOWN = 0xFFFFFFFFL;

    private record Format(int channels, long rate, long bytesPerSecond) {}

    private WavLength() {}

    static OptionalLong milliseconds(SoundBytes file) throws IOException {
        Optional<Sound> sound = sound(file);
        return sound.isPresent() ? OptionalLong.of(sound.get().duration()) : OptionalLong.empty();
    }

    /** Empty for what is no WAV. */
    static Optional<Sound> sound(Path path) throws IOException {
        try (SoundBytes file = new SoundBytes(path)) {
            return sound(file);
        }
    }

    private static Optional<Sound> sound(SoundBytes file) throws IOException {
        ByteBuffer head = file.read(0, 12, ByteOrder.LITTLE_ENDIAN);
        if (head.remaining() < 12 || !isWave(head)) {
            return Optional.empty();
        }
        Format format = null;
        long large = 0;
        long place = 12;
        for (int count = 0; count < MOST_CHUNKS; count++) {
            ByteBuffer chunk = file.read(place, HEADER + 24, ByteOrder.LITTLE_ENDIAN);
            if (chunk.remaining() < HEADER) {
                break;
            }
            long size = Integer.toUnsignedLong(chunk.getInt(4));
            switch (SoundBytes.text(chunk, 0, 4)) {
                case "ds64" -> large = chunk.remaining() >= HEADER + 16 ? chunk.getLong(HEADER + 8) : 0;
                case "fmt " -> format = chunk.remaining() >= HEADER + 16 ? format(chunk) : null;
                case "data" -> {
                    return sound(file, format, bytes(size, large, file.size() - place - HEADER));
                }
                default -> {}
            }
            place += HEADER + size + size % 2;
        }
        return Optional.empty();
    }

    private static boolean isWave(ByteBuffer head) {
        String kind = SoundBytes.text(head, 0, 4);
        return (kind.equals("RIFF") || kind.equals("RF64") || kind.equals("BW64"))
                && SoundBytes.text(head, 8, 4).equals("WAVE");
    }

    private static Format format(ByteBuffer chunk) {
        return new Format(
                chunk.getShort(HEADER + 2) & 0xFFFF,
                Integer.toUnsignedLong(chunk.getInt(HEADER + 4)),
                Integer.toUnsignedLong(chunk.getInt(HEADER + 8)));
    }

    /** What a header says that was never finished: nothing, or all that it can. */
    private static long bytes(long size, long large, long left) {
        long said = size == UNKNOWN && large > 0 ? large : size;
        return said <= 0 || said == UNKNOWN ? left : Math.min(said, left);
    }

    private static Optional<Sound> sound(SoundBytes file, Format format, long bytes) {
        if (format == null || format.bytesPerSecond() == 0) {
            return Optional.empty();
        }
        long length = Math.round(bytes * 1000.0 / format.bytesPerSecond());
        return Optional.of(new Sound(
                AudioFormat.WAV,
                length,
                (int) Math.min(format.bytesPerSecond() * 8 / 1000, Integer.MAX_VALUE),
                (int) Math.min(format.rate(), Integer.MAX_VALUE),
                format.channels()));
    }
}
