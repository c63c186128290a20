package app.tutti.account.entity;

import java.text.Normalizer;
import java.util.regex.Pattern;

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

    /** Trims, and makes what looks the same the same. */
    public static PersonName of(String typed) {
        String text = typed == null ? "" : typed;
        return new PersonName(
                Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\h+", " "));
    }
}
