package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How long the sound of a fragmented MP4 is (ISO/IEC 14496-12 §8.8), as DASH and screen recorders write it: its header
 * says nothing, each fragment has its own samples.
 */
public final class Mp4Length {
    private static final Set<String> HOLDERS = Set.of("moov", "trak", "mdia", "mvex", "moof", "traf");
    private static final int MOST_BOXES = 200_000;
    private static final int LONGEST_READ = 4 * 1024 * 1024;

    private final SoundBytes file;
    private final Map<Integer, Long> scales = new HashMap<>();
    private final Map<Integer, Long> defaults = new HashMap<>();
    private final Map<Integer, Long> lengths = new HashMap<>();
    private int track;
    private int sound;
    private long perSample;
    private int boxes;
    private boolean pictures;

    private Mp4Length(SoundBytes file) {
        this.file = file;
    }

    /** 0 when it has no sound, or no fragments. */
    static long milliseconds(SoundBytes file) throws IOException {
        Mp4Length length = new Mp4Length(file);
        length.walk(0, file.size());
        long scale = length.scales.getOrDefault(length.sound, 0L);
        return scale == 0 ? 0 : length.lengths.getOrDefault(length.sound, 0L) * 1000 / scale;
    }

    /** Whether moving pictures are in it. */
    static boolean isFilm(SoundBytes file) throws IOException {
        Mp4Length length = new Mp4Length(file);
        length.walk(0, file.size());
        return length.pictures;
    }

    private void walk(long from, long to) throws IOException {
        long place = from;
        while (place + 8 <= to && boxes++ < MOST_BOXES) {
            ByteBuffer header = file.read(place, 16, ByteOrder.BIG_ENDIAN);
            if (header.remaining() < 8) {
                return;
            }
            long size = Integer.toUnsignedLong(header.getInt(0));
            int head = 8;
            if (size == 1 && header.remaining() == 16) {
                size = header.getLong(8);
                head = 16;
            } else if (size == 0) {
                size = to - place;
            }
            if (size < head) {
                return;
            }
            take(SoundBytes.text(header, 4, 4), place + head, Math.min(place + size, to));
            place += size;
        }
    }

    private void take(String kind, long from, long to) throws IOException {
        if (HOLDERS.contains(kind)) {
            walk(from, to);
            return;
        }
        ByteBuffer box = switch (kind) {
            case "tkhd", "mdhd", "trex", "tfhd", "trun", "hdlr" ->
                file.read(from, (int) Math.min(to - from, LONGEST_READ), ByteOrder.BIG_ENDIAN);
            default -> ByteBuffer.allocate(0);
        };
        // Each is longer; what is not is broken.
        if (box.remaining() >= 8) {
            take(kind, box);
        }
    }

    private void take(String kind, ByteBuffer box) {
        boolean longTimes = box.get(0) == 1;
        int flags = box.getInt(0) & 0xFFFFFF;
        switch (kind) {
            case "tkhd" -> track = box.getInt(longTimes ? 20 : 12);
            case "mdhd" -> scales.put(track, Integer.toUnsignedLong(box.getInt(longTimes ? 20 : 12)));
            case "hdlr" -> {
                pictures |= SoundBytes.text(box, 8, 4).equals("vide");
                sound = SoundBytes.text(box, 8, 4).equals("soun") && sound == 0 ? track : sound;
            }
            case "trex" -> defaults.put(box.getInt(4), Integer.toUnsignedLong(box.getInt(12)));
            case "tfhd" -> beginFragment(box, flags);
            case "trun" -> lengths.merge(track, samples(box, flags), Long::sum);
            default -> {}
        }
    }

    /** §8.8.7: which fields there are, the flags say. */
    private void beginFragment(ByteBuffer box, int flags) {
        track = box.getInt(4);
        int place = 8 + ((flags & 1) == 0 ? 0 : 8) + ((flags & 2) == 0 ? 0 : 4);
        perSample = (flags & 8) == 0 ? defaults.getOrDefault(track, 0L) : Integer.toUnsignedLong(box.getInt(place));
    }

    /** §8.8.8, likewise. */
    private long samples(ByteBuffer box, int flags) {
        long count = Integer.toUnsignedLong(box.getInt(4));
        if ((flags & 0x100) == 0) {
            return count * perSample;
        }
        int place = 8 + ((flags & 1) == 0 ? 0 : 4) + ((flags & 4) == 0 ? 0 : 4);
        int step = 4 * Integer.bitCount(flags & 0xF00);
        long sum = 0;
        for (long sample = 0; sample < count && place + 4 <= box.limit(); sample++, place += step) {
            sum += Integer.toUnsignedLong(box.getInt(place));
        }
        return sum;
    }
}
