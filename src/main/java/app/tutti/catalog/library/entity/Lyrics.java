package app.tutti.catalog.library.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a song.
 *
 * @param synced whether the text is LRC: lines that begin with their time, such as {@code [01:23.45]}
 */
public record Lyrics(boolean synced, String text) {
    /** In characters; the longest operas have less. */
    public static final int LONGEST = 200_000;

    private static final Pattern TIMED_LINE =
            Pattern.compile("^\\s*\\[\\d{1,3}:\\d{1,2}(?:[.:]\\d{1,3})?]", Pattern.MULTILINE);

    private static final Pattern TIME = Pattern.compile("\\[(\\d{1,3}):(\\d{1,2})(?:[.:](\\d{1,3}))?]");
    private static final Pattern TIMES = Pattern.compile("^\\s*(?:" + TIME.pattern() + "\\s*)+");
    private static final Pattern WORD_TIME = Pattern.compile("<\\d{1,3}:\\d{1,2}(?:[.:]\\d{1,3})?>\\s?");
    private static final Pattern OFFSET = Pattern.compile("^\\s*\\[offset:\\s*([+-]?\\d{1,6})\\s*]", Pattern.MULTILINE);

    public static Optional<Lyrics> of(String raw) {
        String text = TagText.cleanLines(raw, LONGEST);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lyrics(TIMED_LINE.matcher(text).find(), text));
    }

    /**
     * A line of it.
     *
     * @param at seconds from the beginning of the track; null where the lyrics have no times
     */
    public record Line(Double at, String text) {}

    /** In the order they are sung. What else LRC says, such as who wrote it, is left out. */
    public List<Line> lines() {
        return synced
                ? text.lines()
                        .flatMap(line -> timed(line, offsetSec()))
                        .sorted(Comparator.comparing(Line::at))
                        .toList()
                : text.lines().map(line -> new Line(null, line)).toList();
    }

    /** A refrain may have several times. */
    private static Stream<Line> timed(String line, double offsetSec) {
        Matcher head = TIMES.matcher(line);
        if (!head.find()) {
            return Stream.empty();
        }
        String words =
                WORD_TIME.matcher(line.substring(head.end())).replaceAll("").strip();
        return TIME.matcher(head.group())
                .results()
                .map(time -> new Line(Math.max(0, seconds(time) - offsetSec), words));
    }

    private static double seconds(MatchResult time) {
        return 60 * Integer.parseInt(time.group(1))
                + Integer.parseInt(time.group(2))
                + (time.group(3) == null ? 0 : Double.parseDouble("0." + time.group(3)));
    }

    /** In the file in milliseconds; what is positive lets the words come sooner. */
    private double offsetSec() {
        Matcher offset = OFFSET.matcher(text);
        return offset.find() ? Integer.parseInt(offset.group(1)) / 1000.0 : 0;
    }
}
