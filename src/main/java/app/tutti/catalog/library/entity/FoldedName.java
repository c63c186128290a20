package app.tutti.catalog.library.entity;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is compared: ways to write one name are one, and names that differ in a letter stay two. What is a letter
 * depends on its script: an accent is dropped in Latin, Greek and Cyrillic, but a mark that makes か into が, or a vowel of
 * Hindi or Thai, stays.
 */
public final class FoldedName {
    private static final Pattern HYPHENS = Pattern.compile("[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018-\u201B\u2032\u00B4`\u02BC\uFF07]");
    private static final Pattern QUOTES = Pattern.compile("[\u201C-\u201F\u2033\u00AB\u00BB\uFF02]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final int BREVE = 0x306;
    private static final int DIAERESIS = 0x308;

    private FoldedName() {}

    public static String of(String name) {
        // Composed first: a letter that upper case makes of a mark (ᾳ) must stand where it stands in the composed one.
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        // Upper case first: "ß" and "SS", "ς" and "σ" are the same in it.
        String small = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String plain = withoutAccents(Normalizer.normalize(small, Normalizer.Form.NFD));
        // Together again: a Korean syllable taken apart is three times as long.
        return withPlainMarks(Normalizer.normalize(plain, Normalizer.Form.NFC));
    }

    private static String withPlainMarks(String text) {
        String hyphens = HYPHENS.matcher(text).replaceAll("-");
        String apostrophes = APOSTROPHES.matcher(hyphens).replaceAll("'");
        String quotes = QUOTES.matcher(apostrophes).replaceAll("\"");
        return SPACES.matcher(quotes).replaceAll(" ");
    }

    private static String withoutAccents(String apart) {
        StringBuilder plain = new StringBuilder(apart.length());
        int letter = 0;
        for (int at = 0; at < apart.length(); at += Character.charCount(apart.codePointAt(at))) {
            int character = apart.codePointAt(at);
            boolean mark = Character.getType(character) == Character.NON_SPACING_MARK;
            if (!mark || !isAccent(letter, character)) {
                plain.appendCodePoint(character);
            }
            letter = mark ? letter : character;
        }
        return plain.toString();
    }

    private static boolean isAccent(int letter, int mark) {
        return switch (UnicodeScript.of(letter)) {
            case LATIN, GREEK, COMMON, UNKNOWN -> UnicodeScript.of(mark) == UnicodeScript.INHERITED;
            case CYRILLIC -> !makesAnotherLetter(letter, mark);
            default -> false;
        };
    }

    /** й, ў, ї and their like stand in the alphabet by themselves; ё is written as е by many. */
    private static boolean makesAnotherLetter(int letter, int mark) {
        return mark == BREVE && (letter == 'и' || letter == 'у') || mark == DIAERESIS && letter == 'і';
    }
}
