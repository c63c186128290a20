package app.tutti.party.entity;

import app.tutti.text.PlainText;
import app.tutti.text.TextRefused;
import java.util.Optional;

/** What records refuse about themselves. */
final class Check {
    private Check() {}

    static void that(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException("wrong " + field);
        }
    }

    /** A line that somebody wrote, cleaned; {@code most} in UTF-16 code units, as {@code maxlength} counts in a page. */
    static String line(String field, String text, int most) {
        return notLonger(field, PlainText.line(text), most);
    }

    /** What is told to nobody, as it was typed. */
    static void password(Optional<String> password) {
        password.ifPresent(text -> notLonger("password", text, HostRequest.LONGEST_PASSWORD));
    }

    private static String notLonger(String field, String text, int most) {
        if (text.length() > most) {
            throw new TextRefused(field, TextRefused.Fault.TOO_LONG);
        }
        return text;
    }

    /** Of a row in the database. */
    static void id(String field, String id) {
        that(id != null && id.matches("[0-9]{1,18}"), field);
    }

    static void seconds(String field, double value) {
        that(Double.isFinite(value) && value >= 0 && value <= 1e7, field);
    }
}
