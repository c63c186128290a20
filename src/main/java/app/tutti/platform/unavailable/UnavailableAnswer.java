package app.tutti.platform.unavailable;

import app.tutti.platform.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What everybody gets who asks while nothing of the product can be had: people a page that comes back by itself,
 * programs a problem (RFC 9457), both with 503 and {@code Retry-After} (RFC 9110 §15.6.4). Made of nothing but its own
 * words, so that it can be told before there is an application, and without a database.
 */
public record UnavailableAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /** @param header a header of the request by its name; null when it was not sent */
    public static UnavailableAnswer to(
            Unavailable why, String stage, String method, String path, UnaryOperator<String> header) {
        Asked asked = new Asked(method, path, header);
        if (asked.isUnder("/health")) {
            return health(why, path);
        }
        if (asked.isUnder("/api")) {
            return problem(why, asked.locale());
        }
        return asked.wantsPage() ? page(why, stage, asked) : plain(why, asked.locale());
    }

    /** Whoever watches the process is told that it lives, and whoever sends it requests that it takes none yet. */
    private static UnavailableAnswer health(Unavailable why, String path) {
        boolean up = path.equals("/health/live");
        String state = up ? "UP" : "DOWN";
        String json = "{\"status\":\"%s\",\"checks\":[]}".formatted(state);
        return of(why, up ? OK : UNAVAILABLE, "application/json", json, Map.of());
    }

    private static UnavailableAnswer problem(Unavailable why, Locale locale) {
        String json = "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"%s\"}"
                .formatted(Messages.text(locale, why.key() + ".title"));
        // Pages of home servers ask, too; there is nothing in it that is only for some.
        return of(why, UNAVAILABLE, "application/problem+json", json, Map.of("Access-Control-Allow-Origin", "*"));
    }

    private static UnavailableAnswer plain(Unavailable why, Locale locale) {
        String sentence = Messages.text(locale, why.key() + ".title") + "\n";
        return of(why, UNAVAILABLE, "text/plain; charset=utf-8", sentence, Map.of());
    }

    private static UnavailableAnswer page(Unavailable why, String stage, Asked asked) {
        String html = UnavailablePage.html(why, stage, asked.isSafe(), asked.locale(), asked.theme());
        return of(
                why,
                UNAVAILABLE,
                "text/html; charset=utf-8",
                html,
                Map.of("Content-Security-Policy", UnavailablePage.POLICY, "Vary", "Accept-Language, Cookie"));
    }

    private static UnavailableAnswer of(
            Unavailable why, int status, String type, String text, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", type);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        if (status == UNAVAILABLE) {
            headers.put("Retry-After", String.valueOf(why.retryAfterSeconds()));
        }
        return new UnavailableAnswer(status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    private record Asked(String method, String path, UnaryOperator<String> header) {
        boolean isUnder(String folder) {
            return path.equals(folder) || path.startsWith(folder + "/");
        }

        boolean isSafe() {
            return method.equals("GET") || method.equals("HEAD");
        }

        boolean wantsPage() {
            return header("Accept").contains("text/html");
        }

        Locale locale() {
            return Messages.best(cookie("language").orElse(""), AcceptLanguage.of(header("Accept-Language")));
        }

        String theme() {
            return cookie("theme")
                    .filter(theme -> theme.equals("light") || theme.equals("dark"))
                    .orElse("auto");
        }

        private Optional<String> cookie(String name) {
            for (String each : header("Cookie").split(";")) {
                if (each.strip().startsWith(name + "=")) {
                    return Optional.of(each.strip().substring(name.length() + 1));
                }
            }
            return Optional.empty();
        }

        private String header(String name) {
            String value = header.apply(name);
            return value == null ? "" : value;
        }
    }
}
