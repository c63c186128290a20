package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jaudiotagger.tag.reference.GenreTypes;

/**
 * Reads the list of items in an MP4 as iTunes writes it: moov.udta.meta.ilst, whose items have a value in each of their
 * "data" boxes (QuickTime File Format, "Metadata Atoms"). jaudiotagger takes the first of several values only.
 */
public final class Mp4Tags {
    private static final Map<String, String> NAMES = Map.of(
            "\u00A9nam", "title",
            "\u00A9ART", "artist",
            "aART", "albumartist",
            "\u00A9alb", "album",
            "\u00A9day", "date",
            "\u00A9gen", "genre",
            "\u00A9lyr", "lyrics");

    private static final int UTF_8 = 1;
    private static final int UTF_16 = 2;
    private static final int HEADER = 8;
    private static final int MOST_BOXES = 100_000;

    private record Data(int type, ByteBuffer bytes) {
        String text() {
            byte[] some = new byte[bytes.remaining()];
            bytes.duplicate().get(some);
            return new String(some, type == UTF_16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        }

        /** The number in the two bytes at this place; 0 where there are none. */
        int number(int at) {
            return bytes.remaining() >= at + 2 ? bytes.getShort(bytes.position() + at) & 0xFFFF : 0;
        }
    }

    private final FileChannel file;
    private final TagFields fields = new TagFields();

    private Mp4Tags(FileChannel file) {
        this.file = file;
    }

    /** Empty where there are none. */
    static TagFields read(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            Mp4Tags tags = new Mp4Tags(file);
            tags.inFile();
            return tags.fields;
        }
    }

    private void inFile() throws IOException {
        long place = 0;
        for (int box = 0; box < MOST_BOXES && place + HEADER <= file.size(); box++) {
            ByteBuffer header = read(place, 2 * HEADER);
            long size = Integer.toUnsignedLong(header.getInt());
            String kind = kind(header);
            int begin = HEADER;
            if (size == 1 && header.remaining() == HEADER) {
                size = header.getLong();
                begin = 2 * HEADER;
            }
            size = size == 0 ? file.size() - place : size;
            if (size < begin || size > file.size() - place) {
                return;
            }
            // Tags that would take more memory than a file may have have been refused before.
            if (kind.equals("moov") && size <= TagSize.MOST_OF_A_BOOK) {
                boxes(read(place + begin, (int) (size - begin)), this::inMovie);
            }
            place += size;
        }
    }

    private void inMovie(String kind, ByteBuffer box) {
        switch (kind) {
            case "udta" -> boxes(box, this::inMovie);
            case "meta" -> boxes(afterVersion(box), this::inMovie);
            case "ilst" -> boxes(box, this::item);
            default -> {}
        }
    }

    /** QuickTime's own has no version, and begins with a box at once. */
    private static ByteBuffer afterVersion(ByteBuffer meta) {
        boolean hasVersion = meta.remaining() >= HEADER && meta.getInt(meta.position()) == 0;
        return hasVersion ? meta.slice(meta.position() + 4, meta.remaining() - 4) : meta;
    }

    private void item(String kind, ByteBuffer box) {
        List<Data> values = new ArrayList<>();
        StringBuilder free = new StringBuilder();
        boxes(box, (inside, bytes) -> {
            if (inside.equals("data") && bytes.remaining() >= HEADER) {
                int type = bytes.getInt();
                bytes.getInt();
                values.add(new Data(type & 0xFFFFFF, bytes));
            } else if (inside.equals("name") && bytes.remaining() > 4) {
                bytes.getInt();
                free.append(new Data(UTF_8, bytes).text());
            }
        });
        for (Data value : values) {
            add(kind.equals("----") ? free.toString() : NAMES.get(kind), kind, value);
        }
    }

    private void add(String name, String kind, Data value) {
        switch (kind) {
            case "trkn" -> fields.add("track", number(value.number(2)));
            case "disk" -> fields.add("disc", number(value.number(2)));
            case "cpil" ->
                fields.add(
                        "compilation",
                        value.bytes().hasRemaining()
                                ? "" + value.bytes().get(value.bytes().limit() - 1)
                                : "");
            case "gnre" -> fields.add("genre", genre(value.number(0)));
            default -> {
                if (name != null) {
                    fields.add(name, value.text().split("\0"));
                }
            }
        }
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    /** ID3's number and one more. */
    private static String genre(int number) {
        String name = GenreTypes.getInstanceOf().getValueForId(number - 1);
        return name == null ? "" : name;
    }

    private static void boxes(ByteBuffer bytes, BiConsumer<String, ByteBuffer> taker) {
        while (bytes.remaining() >= HEADER) {
            int start = bytes.position();
            int size = bytes.getInt();
            String kind = kind(bytes);
            if (size < HEADER || size > bytes.limit() - start) {
                return;
            }
            taker.accept(kind, bytes.slice(start + HEADER, size - HEADER));
            bytes.position(start + size);
        }
    }

    private static String kind(ByteBuffer header) {
        byte[] letters = new byte[4];
        header.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private ByteBuffer read(long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, place + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
