package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads the APEv2 tag at the end of an MP3, where mp3gain leaves its gains and foobar2000 what it is told to: 32 bytes of
 * footer, in front of them the items, behind them perhaps the 128 bytes of ID3v1 (wiki.hydrogenaud.io, "APEv2
 * specification").
 */
public final class ApeTag {
    private static final int FOOTER = 32;
    private static final int ID3V1 = 128;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ITEMS = 1000;
    private static final int KIND = 0b110;

    private ApeTag() {}

    /** Empty where there is none, or where it breaks off. */
    static TagFields read(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            for (long end : new long[] {file.size(), file.size() - ID3V1}) {
                TagFields fields = endingAt(end, file);
                if (!fields.isEmpty()) {
                    return fields;
                }
            }
        }
        return new TagFields();
    }

    private static TagFields endingAt(long end, FileChannel file) throws IOException {
        TagFields fields = new TagFields();
        ByteBuffer footer = read(file, end - FOOTER, FOOTER);
        if (footer.remaining() == FOOTER && text(footer, 8).equals("APETAGEX")) {
            footer.getInt();
            int size = footer.getInt();
            int items = footer.getInt();
            if (size >= FOOTER && size <= MOST_BYTES) {
                items(read(file, end - size, size - FOOTER), Math.min(items, MOST_ITEMS), fields);
            }
        }
        return fields;
    }

    private static void items(ByteBuffer bytes, int count, TagFields fields) {
        for (int item = 0; item < count && bytes.remaining() > 8; item++) {
            int size = bytes.getInt();
            int flags = bytes.getInt();
            String key = untilZero(bytes);
            if (size < 0 || size > bytes.remaining()) {
                return;
            }
            String value = text(bytes, size);
            if ((flags & KIND) == 0) {
                fields.add(key, value.split("\0"));
            }
        }
    }

    private static String untilZero(ByteBuffer bytes) {
        StringBuilder key = new StringBuilder();
        while (bytes.hasRemaining()) {
            byte letter = bytes.get();
            if (letter == 0) {
                break;
            }
            key.append((char) letter);
        }
        return key.toString();
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] some = new byte[length];
        bytes.get(some);
        return new String(some, StandardCharsets.UTF_8);
    }

    private static ByteBuffer read(FileChannel file, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (place >= 0 && bytes.hasRemaining() && file.read(bytes, place + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
