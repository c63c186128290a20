package app.tutti.catalog.library.entity;

import java.util.regex.Pattern;

/** The name to sort by: folded, and without a leading article. "The Beatles" stands under B. */
public final class SortName {
    private static final Pattern ARTICLE = Pattern.compile("^(the|an?)\\s+(?=\\S)");
    private static final Pattern LEADING_MARKS = Pattern.compile("^[^\\p{L}\\p{N}]+(?=.*[\\p{L}\\p{N}])");

    private SortName() {}

    public static String of(String name) {
        String folded = FoldedName.of(name);
        String plain = LEADING_MARKS.matcher(folded).replaceFirst("");
        String sortName = ARTICLE.matcher(plain).replaceFirst("");
        return sortName.isBlank() ? name : sortName;
    }
}
