package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads the LIST of INFO in a WAV (Multimedia Programming Interface 1.0, "INFO List Chunk"). It names no charset:
 * what is no UTF-8 is what Windows wrote in the west.
 */
public final class RiffInfo {
    private static final Map<String, String> NAMES = Map.of(
            "INAM", "title",
            "IART", "artist",
            "IPRD", "album",
            "IGNR", "genre",
            "ICRD", "date",
            "ITRK", "track",
            "IPRT", "track");

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEADER = 8;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_CHUNKS = 1000;

    private RiffInfo() {}

    /** Empty where there is none. */
    static TagFields read(Path path) throws IOException {
        TagFields fields = new TagFields();
        try (FileChannel file = FileChannel.open(path)) {
            long place = HEADER + 4;
            for (int chunk = 0; chunk < MOST_CHUNKS && place + HEADER <= file.size(); chunk++) {
                ByteBuffer header = read(file, place, HEADER + 4);
                String kind = text(header, 4);
                long size = Integer.toUnsignedLong(header.getInt());
                if (kind.equals("LIST")
                        && header.remaining() == 4
                        && text(header, 4).equals("INFO")) {
                    texts(read(file, place + HEADER + 4, (int) Math.clamp(size - 4, 0, MOST_BYTES)), fields);
                }
                place += HEADER + size + (size & 1);
            }
        }
        return fields;
    }

    private static void texts(ByteBuffer list, TagFields fields) {
        while (list.remaining() >= HEADER) {
            String kind = text(list, 4);
            int size = list.getInt();
            if (size < 0 || size > list.remaining()) {
                return;
            }
            byte[] bytes = new byte[size];
            list.get(bytes);
            if (NAMES.containsKey(kind)) {
                fields.add(NAMES.get(kind), untilZero(decoded(bytes)));
            }
            if ((size & 1) == 1 && list.hasRemaining()) {
                list.get();
            }
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, WINDOWS);
        }
    }

    private static String untilZero(String text) {
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] some = new byte[length];
        bytes.get(some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer read(FileChannel file, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, place + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
