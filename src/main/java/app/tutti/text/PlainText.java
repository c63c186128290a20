package app.tutti.text;

import java.util.stream.IntStream;

/** What people write and files say, made fit to be sent on, stored and shown. */
public final class PlainText {
    private static final char REPLACEMENT = '\uFFFD';
    /** A line end that Java counts among the controls alone. */
    private static final int NEXT_LINE = 0x85;

    private PlainText() {}

    /** Whether it can be written as UTF-8: no surrogate stands without its other half. */
    public static boolean isWellFormed(String text) {
        return text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))
                || text.codePoints().noneMatch(PlainText::isHalf);
    }

    /** With U+FFFD in the place of each half of a character, as decoders of bytes do it (Unicode §3.9). */
    public static String wellFormed(String text) {
        return isWellFormed(text) ? text : joined(text.codePoints().map(point -> isHalf(point) ? REPLACEMENT : point));
    }

    /**
     * One line, trimmed: white space of any kind, line ends included, is a space. What nobody sees and what would turn
     * the text around it (controls, Unicode's explicit directions: UAX #9 §2) is left out; marks that scripts need stay.
     */
    public static String line(String text) {
        return joined(wellFormed(text)
                        .codePoints()
                        .map(point -> isSpace(point) ? ' ' : point)
                        .filter(point -> !Character.isISOControl(point) && !changesDirection(point)))
                .strip();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == NEXT_LINE;
    }

    private static boolean changesDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }

    private static String joined(IntStream points) {
        return points.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
