package app.tutti.catalog.playlists.entity;

import app.tutti.catalog.library.entity.TagText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A playlist file of another program: a path a line, and in front of it perhaps {@code #EXTINF:seconds,artist - title}.
 * Nobody has ever written down a standard; players read what Winamp wrote.
 *
 * @param name by {@code #PLAYLIST:}; may be empty
 */
public record M3u(String name, List<Line> lines) {
    public static final int LARGEST_BYTES = 4 << 20;
    public static final int MOST_LINES = 10_000;

    private static final String EXTINF = "#EXTINF:";
    private static final String PLAYLIST = "#PLAYLIST:";
    private static final Pattern FILE = Pattern.compile("(?i:file):(?://[^/]*)?(/.*)");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    /** @param info artist and title as the file has them; may be empty */
    public record Line(String path, String info) {
        private static final String DASH = " - ";
        private static final Pattern REMOTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

        /** The path's parts from the last to the first, in one case and one form of Unicode. */
        public List<String> partsFromTheEnd() {
            List<String> parts = Arrays.stream(path.replace('\\', '/').split("/"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                    .toList();
            return parts.reversed();
        }

        public boolean hasFolders() {
            return partsFromTheEnd().size() > 1;
        }

        /** Whether it says where on the net something is, which no file here is. */
        public boolean isRemote() {
            return REMOTE.matcher(path).lookingAt();
        }

        /** What the path says if it was written as in an address; some programs do that, and some names have a % in them. */
        public Optional<Line> decoded() {
            return M3u.decoded(path).map(plain -> new Line(plain, info));
        }

        public String fileName() {
            List<String> parts = partsFromTheEnd();
            return parts.isEmpty() ? "" : parts.getFirst();
        }

        public Optional<String> artist() {
            int dash = info.indexOf(DASH);
            return dash < 1
                    ? Optional.empty()
                    : Optional.of(info.substring(0, dash).strip());
        }

        public String title() {
            return info.substring(info.indexOf(DASH) + DASH.length()).strip();
        }

        /** For the report of what was not found. */
        public String shown() {
            return TagText.clean(info.isEmpty() ? path : info);
        }
    }

    /** @throws IllegalArgumentException when it is longer than what is taken */
    public static M3u read(byte[] file) {
        List<Line> lines = new ArrayList<>();
        String name = "";
        String info = "";
        for (String raw : text(file).lines().toList()) {
            String line = raw.strip();
            if (line.regionMatches(true, 0, EXTINF, 0, EXTINF.length())) {
                info = line.substring(line.indexOf(',') + 1).strip();
            } else if (line.regionMatches(true, 0, PLAYLIST, 0, PLAYLIST.length())) {
                name = line.substring(PLAYLIST.length()).strip();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(new Line(path(line), info));
                info = "";
            }
            if (lines.size() > MOST_LINES) {
                throw new IllegalArgumentException("too many lines");
            }
        }
        return new M3u(name, List.copyOf(lines));
    }

    /** Compared by this, paths are the same wherever they were written: macOS takes letters and accents apart. */
    public static String folded(String part) {
        return Normalizer.normalize(part.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /**
     * .m3u8 is UTF-8 and .m3u whatever the machine had: UTF-16 where it begins with that mark, and what is no UTF-8 is taken
     * for Latin-1.
     */
    private static String text(byte[] file) {
        String text = file.length >= 2 && isUtf16(file[0] & 0xFF, file[1] & 0xFF)
                ? new String(file, StandardCharsets.UTF_16)
                : strictly(file).orElseGet(() -> new String(file, StandardCharsets.ISO_8859_1));
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return withoutMark.replace("\0", "");
    }

    private static boolean isUtf16(int first, int second) {
        return first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
    }

    /** As UTF-8; empty where it is none. */
    private static Optional<String> strictly(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** An address of a file is always encoded, whatever else is in it. */
    private static String path(String line) {
        Matcher address = FILE.matcher(line);
        return address.matches() ? decoded(address.group(1)).orElse(address.group(1)) : line;
    }

    /** RFC 3986 §2.1; empty where nothing is encoded, or where it is no text. */
    private static Optional<String> decoded(String path) {
        Matcher encoded = ENCODED.matcher(path);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = 0;
        while (encoded.find()) {
            bytes.writeBytes(path.substring(from, encoded.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(encoded.group(1), 16));
            from = encoded.end();
        }
        bytes.writeBytes(path.substring(from).getBytes(StandardCharsets.UTF_8));
        return from == 0 ? Optional.empty() : strictly(bytes.toByteArray()).map(plain -> plain.replace("\0", ""));
    }
}
