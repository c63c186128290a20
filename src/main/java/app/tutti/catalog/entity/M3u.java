package app.tutti.catalog.entity;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /** @param info artist and title as the file has them; may be empty */
    public record Line(String path, String info) {
        private static final String DASH = " - ";

        /** The path's parts from the last to the first, in one case and one form of Unicode. */
        public List<String> partsFromTheEnd() {
            List<String> parts = Arrays.stream(path.replace('\\', '/').split("/"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                    .toList();
            return parts.reversed();
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

    /** .m3u8 is UTF-8 and .m3u whatever the machine had; what is no UTF-8 is taken for Latin-1. */
    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException older) {
            text = new String(file, StandardCharsets.ISO_8859_1);
        }
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return withoutMark.replace("\0", "");
    }

    private static String path(String line) {
        if (!line.regionMatches(true, 0, "file:", 0, "file:".length())) {
            return line;
        }
        try {
            return Optional.ofNullable(URI.create(line).getPath()).orElse(line);
        } catch (IllegalArgumentException notEncoded) {
            return line;
        }
    }
}
