package app.tutti.web.boundary;

/** Numbers in addresses, which anybody may write: one that is none is as if it were not there. */
public final class QueryNumbers {
    private static final int MOST_DIGITS = 9;

    private QueryNumbers() {}

    public static int page(String text) {
        return isNumber(text) ? Integer.parseInt(text) : 1;
    }

    public static Long id(String text) {
        return isNumber(text) ? Long.valueOf(text) : null;
    }

    private static boolean isNumber(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
