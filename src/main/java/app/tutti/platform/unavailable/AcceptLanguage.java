package app.tutti.platform.unavailable;

import java.util.List;
import java.util.Locale;

/** RFC 9110 §12.5.4, read without a server that does it. */
final class AcceptLanguage {
    private static final int LONGEST = 500;

    private AcceptLanguage() {}

    /** The most wanted first; none where the header is missing or is none. */
    static List<Locale> of(String header) {
        if (header.isBlank() || header.length() > LONGEST) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
