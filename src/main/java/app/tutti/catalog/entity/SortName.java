package app.tutti.catalog.entity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name to sort by: no leading article, case and accents folded. "The Beatles" stands under B. */
public final class SortName {
    private static final Pattern ARTICLE = Pattern.compile("^(the|an?)\\s+(?=\\S)");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern LEADING_MARKS = Pattern.compile("^[^\\p{L}\\p{N}]+(?=.*[\\p{L}\\p{N}])");

    private SortName() {}

    public static String of(String name) {
        String folded = fold(name);
        String plain = LEADING_MARKS.matcher(folded).replaceFirst("");
        String sortName = ARTICLE.matcher(plain).replaceFirst("");
        return sortName.isBlank() ? name : sortName;
    }

    /** Without case and accents, so that two ways to write a word are one. */
    public static String fold(String name) {
        String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        // Together again: a Korean syllable taken apart is three times as long.
        return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }
}
