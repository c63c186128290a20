package app.tutti.account.people.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a device's cookie says: where to look, and the proof. */
public record DeviceToken(String selector, Token secret) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    public static DeviceToken next() {
        return new DeviceToken(Token.next().value(), Token.next());
    }

    public static Optional<DeviceToken> of(String cookie) {
        Matcher parts = FORM.matcher(cookie);
        return parts.matches()
                ? Optional.of(new DeviceToken(parts.group(1), new Token(parts.group(2))))
                : Optional.empty();
    }

    public String cookie() {
        return selector + "." + secret.value();
    }
}
