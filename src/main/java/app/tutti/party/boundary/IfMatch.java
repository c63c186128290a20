package app.tutti.party.boundary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a request is meant for the present ICE session (RFC 9725 §4.3.1, RFC 9110 §13.1.1). */
enum IfMatch {
    HOLDS,
    FAILS,
    MISSING;

    /** With quotes as in RFC 9110 §8.8.3, and without them, as some programs and proxies give them back. */
    private static final String TAG = "(?:(?:W/)?\"[\\x21\\x23-\\x7e]*\"|[\\x21\\x23-\\x2b\\x2d-\\x7e]+)";

    private static final Pattern TAGS = Pattern.compile(TAG + "(?:[ \\t]*,[ \\t]*" + TAG + ")*");
    private static final Pattern EACH = Pattern.compile("(?<weak>W/)?\"(?<tag>[^\"]*)\"|(?<bare>[^\", \\t]+)");

    /** @param header the field's value, null without one */
    static IfMatch of(String header, String present) {
        if (header == null) {
            return MISSING;
        }
        return matches(header.strip(), present) ? HOLDS : FAILS;
    }

    private static boolean matches(String header, String present) {
        // The example in RFC 9725 §4.3.3 has the star in quotes, and so have programs that follow it.
        if (header.equals("*") || header.equals("\"*\"")) {
            return true;
        }
        if (!TAGS.matcher(header).matches()) {
            return false;
        }
        Matcher each = EACH.matcher(header);
        while (each.find()) {
            // RFC 9110 §13.1.1 compares strongly: a weak tag matches nothing.
            String tag = each.group("bare") == null ? each.group("tag") : each.group("bare");
            if (each.group("weak") == null && tag.equals(present)) {
                return true;
            }
        }
        return false;
    }
}
