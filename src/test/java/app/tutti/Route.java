package app.tutti;

import app.tutti.account.people.entity.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way into the server, and who may take it.
 *
 * @param template the path as the code has it, with the patterns of its parameters
 * @param page whether people are led to sign-in; programs get a status
 * @param consumes the media type that a body has
 */
public record Route(String verb, String template, Optional<Role> needed, boolean page, String consumes) {
    /** Of every kind of parameter that there is. */
    private static final List<String> EXAMPLES = List.of(
            "f537e268-ed8f-475e-8f13-869f93f0d9f2",
            "1",
            "Zm9ydHktdHdvIGJpdHMgbW9yZQ",
            "c0ffee".repeat(10) + "cafe",
            "640",
            ".jpg");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?:: ((?:[^{}]|\\{[^{}]*})*))?}");

    /** For documents. */
    public String path() {
        return PARAMETER.matcher(template).replaceAll("{$1}");
    }

    /** To ask for; what a parameter names need not be there. */
    public String example() {
        return PARAMETER.matcher(template).replaceAll(Route::example).replaceFirst("/\\*$", "");
    }

    /** RFC 9110 §9.2.1. */
    public boolean isSafe() {
        return verb.equals("GET") || verb.equals("HEAD") || verb.equals("OPTIONS");
    }

    /** What a page of ours sends, and another's could. */
    public boolean isForm() {
        return page && verb.equals("POST");
    }

    @Override
    public String toString() {
        return verb + " " + path();
    }

    private static String example(MatchResult parameter) {
        String pattern = parameter.group(2) == null ? ".*" : parameter.group(2);
        return EXAMPLES.stream()
                .filter(value -> value.matches(pattern))
                .findFirst()
                .map(Matcher::quoteReplacement)
                .orElseThrow(() -> new IllegalStateException("no example of " + parameter.group()));
    }
}
