package app.tutti.platform.unavailable;

import app.tutti.platform.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** One page in one file: whatever it would load besides could not be had. */
final class UnavailablePage {
    private static final String TEMPLATE = template();

    /** The page's own style and script, by their content, and nothing else. */
    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src '" + hash("style") + "'",
            "script-src '" + hash("script") + "'",
            "connect-src 'self'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private UnavailablePage() {}

    /**
     * @param stage what is being done, the end of a key in {@code messages.properties}; may be empty
     * @param comesBack whether the page may ask again by itself; not when something was sent, which would be lost
     */
    static String html(Unavailable why, String stage, boolean comesBack, Locale locale, String theme) {
        String text = stage.isEmpty() ? null : Messages.text(locale, why.key() + "." + stage);
        return TEMPLATE.replace("{language}", locale.toLanguageTag())
                .replace("{theme}", theme)
                .replace("{sent}", comesBack ? "" : "sent")
                .replace("{title}", escaped(Messages.text(locale, why.key() + ".title")))
                .replace("{text}", escaped(Messages.text(locale, why.key() + ".text")))
                .replace("{stage}", text == null ? "" : escaped(text))
                .replace("{away}", escaped(Messages.text(locale, "unavailable.away")))
                .replace("{not-taken}", escaped(Messages.text(locale, "unavailable.sent")))
                .replace("{back}", escaped(Messages.text(locale, "unavailable.back")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream file = UnavailablePage.class.getResourceAsStream("unavailable.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String element) {
        String start = "<" + element + ">";
        int first = TEMPLATE.indexOf(start) + start.length();
        String content = TEMPLATE.substring(first, TEMPLATE.indexOf("</" + element + ">"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
