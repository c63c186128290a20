package app.tutti.catalog.entity;

import java.util.Optional;
import java.util.regex.Pattern;

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

    public static Optional<Lyrics> of(String raw) {
        String text = TagText.cleanLines(raw, LONGEST);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lyrics(TIMED_LINE.matcher(text).find(), text));
    }
}
