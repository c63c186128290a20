package app.tutti.account.people.entity;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a person signs in by and is called: a line of text that looks like what it is. */
public record PersonName(String value) {
    public static final int LONGEST = 40;

    // Control and format characters (bidi overrides, zero widths), lone surrogates, private use, line breaks.
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    public PersonName {
        if (value.isEmpty() || value.length() > LONGEST || HIDDEN.matcher(value).find()) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** What somebody else calls them, made to fit; then with numbers, should others have it. */
    public static Stream<PersonName> told(String text) {
        String plain = HIDDEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
        String name = plain.isEmpty() ? "?" : plain;
        return Stream.concat(
                        Stream.of(name),
                        IntStream.iterate(2, number -> number + 1)
                                .mapToObj(number -> " " + number)
                                .map(number -> cut(name, LONGEST - number.length()) + number))
                .map(full -> of(cut(full, LONGEST)));
    }

    private static String cut(String text, int longest) {
        int end = Math.min(text.length(), longest);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** Trims, and makes what looks the same the same. */
    public static PersonName of(String typed) {
        String text = typed == null ? "" : typed;
        return new PersonName(
                Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\h+", " "));
    }
}
