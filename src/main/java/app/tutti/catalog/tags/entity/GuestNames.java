package app.tutti.catalog.tags.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses where a credit that was written for people, such as "Ana (feat. Bia)", names the next one. */
public final class GuestNames {
    private static final String NOT_AFTER_A_NUMBER = "(?<!(?:^|\\s)\\d{1,9}\\s{1,9})";

    /** Between two words. After a number "ft." means feet; "Feat" without a dot or a bracket is how a name is written. */
    private static final Pattern BEFORE_A_GUEST = Pattern.compile("\\s+(?:[(\\[]\\s*(?i:feat\\.?|ft\\.?|featuring)"
            + "|(?i:feat\\.|featuring)|feat|FEAT|" + NOT_AFTER_A_NUMBER + "(?:(?i:ft\\.)|ft|FT))\\s+");

    private static final Pattern A_NAME = Pattern.compile(".*[^\\s\\p{Punct}].*|\\S+", Pattern.DOTALL);

    private GuestNames() {}

    static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        Matcher mark = BEFORE_A_GUEST.matcher(text);
        int from = 0;
        boolean bracket = false;
        while (mark.find()) {
            String name = text.substring(from, mark.start());
            if (isName(name) && isName(text.substring(mark.end()))) {
                names.add(bracket ? withoutBracket(name) : name);
                from = mark.end();
                bracket = opens(mark.group());
            }
        }
        String last = text.substring(from);
        names.add(bracket ? withoutBracket(last) : last);
        return names;
    }

    private static boolean isName(String text) {
        return A_NAME.matcher(text.strip()).matches();
    }

    private static boolean opens(String mark) {
        return mark.indexOf('(') >= 0 || mark.indexOf('[') >= 0;
    }

    private static String withoutBracket(String name) {
        String text = name.strip();
        return text.endsWith(")") || text.endsWith("]") ? text.substring(0, text.length() - 1) : text;
    }
}
