package app.tutti.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts text only between what people see as letters (UAX #29): a flag, a family or an accented letter stays whole. */
public final class Graphemes {
    private Graphemes() {}

    /** Empty for an empty text. */
    public static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, letters(text).next());
    }

    /** As many whole letters as there are in this many code points; a letter that is longer by itself is cut. */
    public static String cut(String text, int codePoints) {
        if (text.codePointCount(0, text.length()) <= codePoints) {
            return text;
        }
        int end = text.offsetByCodePoints(0, codePoints);
        BreakIterator letters = letters(text);
        int whole = letters.isBoundary(end) ? end : letters.preceding(end);
        return text.substring(0, whole > 0 ? whole : end);
    }

    private static BreakIterator letters(String text) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        return letters;
    }
}
