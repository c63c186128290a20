package app.tutti.platform.config;

import java.net.URI;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a setting's value must be, in a test and in the words that follow "must be". */
record Rule(String words, Predicate<String> test) {
    static final Rule ANYTHING = new Rule("text", value -> true);
    static final Rule PORT = wholeNumber("a port number", 1, 65535);
    static final Rule SWITCH = oneOf("true", "false");
    static final Rule ADDRESSES = new Rule(
            "IP addresses with commas between them", matchesOrEmpty("[0-9A-Fa-f:.]+(\\s*,\\s*[0-9A-Fa-f:.]+)*"));
    static final Rule ADDRESS =
            new Rule("an IP address", Pattern.compile("[0-9A-Fa-f:.]+").asMatchPredicate());
    static final Rule WEB_ADDRESS = new Rule("an address such as https://music.example.org", Rule::isWebAddress);
    static final Rule ICE_SERVERS = new Rule(
            "stun: or turn: addresses with commas between them",
            matchesOrEmpty("(stun|stuns|turn|turns):[^\\s,]+(\\s*,\\s*(stun|stuns|turn|turns):[^\\s,]+)*"));
    static final Rule DATABASE = new Rule(
            "an address such as jdbc:postgresql://server:5432/tutti",
            value -> value.isEmpty() || value.startsWith("jdbc:postgresql://"));

    static Rule wholeNumber(String what, int least, int most) {
        return new Rule("%s from %d to %d".formatted(what, least, most), value -> {
            try {
                int number = Integer.parseInt(value);
                return number >= least && number <= most;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        });
    }

    static Rule oneOf(String... choices) {
        return new Rule(
                String.join(" or ", choices),
                value -> java.util.List.of(choices).contains(value));
    }

    private static Predicate<String> matchesOrEmpty(String pattern) {
        Predicate<String> matches = Pattern.compile(pattern).asMatchPredicate();
        return value -> value.isEmpty() || matches.test(value);
    }

    private static boolean isWebAddress(String value) {
        if (value.isEmpty()) {
            return true;
        }
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
