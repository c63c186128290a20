package app.tutti.catalog.library.entity;

import app.tutti.text.Graphemes;
import java.text.Normalizer;

/** Text as tags have it, made fit to store and to show: one line, composed, no control characters, not too long. */
public final class TagText {
    /** In code points: four bytes each must still fit PostgreSQL's B-tree, whose entries end at 2,704 bytes. */
    public static final int LONGEST = 500;

    private TagText() {}

    /** What can be shown of {@code raw}, trimmed; empty for null. */
    public static String clean(String raw) {
        if (raw == null) {
            return "";
        }
        String shown = raw.strip()
                .codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .filter(TagText::isShown)
                .limit(2 * LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // macOS and some taggers take letters and their accents apart.
        String composed = Normalizer.normalize(shown.strip(), Normalizer.Form.NFC);
        return Graphemes.cut(composed, LONGEST).strip();
    }

    /** As {@link #clean}, with the lines kept. */
    static String cleanLines(String raw, int longest) {
        if (raw == null) {
            return "";
        }
        return raw.codePoints()
                .filter(character -> character == '\n' || isShown(character))
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean isShown(int character) {
        return !Character.isISOControl(character) && !isSurrogate(character) && !changesDirection(character);
    }

    /** Half a character, which cannot be written as UTF-8. */
    private static boolean isSurrogate(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    /** Unicode's explicit embeddings, overrides and isolates (UAX #9 §2), which reach past the text they are in. */
    private static boolean changesDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
