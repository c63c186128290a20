package app.tutti.account.people.control;

import app.tutti.text.Graphemes;
import java.util.Locale;

/** A person's picture in two letters at most: of the first word and of the last. */
public final class Initials {
    private Initials() {}

    public static String of(String name) {
        String[] words = name.strip().split("\\s+");
        String first = first(words[0]);
        return words.length == 1 ? first : first + first(words[words.length - 1]);
    }

    private static String first(String word) {
        return Graphemes.first(word).toUpperCase(Locale.ROOT);
    }
}
