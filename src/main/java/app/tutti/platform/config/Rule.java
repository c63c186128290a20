package app.tutti.platform.config;

import java.io.File;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a setting's value must be, in a test and in the words that follow "must be". */
record Rule(String words, Predicate<String> test) {
    private static final int LEAST_SECRET = 32;

    private static final Predicate<String> IPV4 = Pattern.compile(
                    "(octet\\.){3}octet".replace("octet", "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"))
            .asMatchPredicate();

    /** RFC 1123 §2.1; the last label is no number, or a mistyped address would be looked up. */
    private static final Predicate<String> NAME = Pattern.compile(
                    "(label\\.)*(?!\\d+$)label\\.?".replace("label", "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"))
            .asMatchPredicate();

    static final Rule ANYTHING = new Rule("text", value -> true);
    static final Rule FOLDER = new Rule("the name of a folder", value -> !value.isBlank());
    static final Rule FOLDERS =
            new Rule("folders that exist, with %s between them".formatted(File.pathSeparator), Rule::exist);
    static final Rule PORT = wholeNumber("a port number", 1, 65535);
    static final Rule SWITCH = oneOf("true", "false");
    static final Rule ADDRESS = new Rule("an IP address", Rule::isAddress);
    static final Rule ADDRESSES =
            new Rule("IP addresses or host names with commas between them", list(Rule::isAddressOrName));
    static final Rule NETWORKS =
            new Rule("IP addresses or networks such as 10.0.0.0/8 with commas between them", list(Rule::isNetwork));
    static final Rule WEB_ADDRESS = new Rule("an address such as https://music.example.org", Rule::isWebAddress);
    // OpenID Connect Discovery 1.0 §3: https. On this machine nobody stands between.
    static final Rule PROVIDER = new Rule(
            "an address such as https://id.example.org",
            value -> isWebAddress(value)
                    && !value.matches("(?i)http://(?!(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/|$)).*"));
    // RFC 7064 and RFC 7065.
    static final Rule ICE_SERVERS = new Rule(
            "stun: and turn: addresses with commas between them",
            list(Pattern.compile("(stuns?:host|turns?:host(\\?transport=(udp|tcp))?)"
                            .replace("host", "[A-Za-z0-9.:\\[\\]-]+"))
                    .asMatchPredicate()));
    static final Rule DATABASE = new Rule(
            "an address such as jdbc:postgresql://server:5432/tutti",
            value -> value.isEmpty() || value.startsWith("jdbc:postgresql://"));

    /** What needs no encoding, so that it is signed as it is sent; no "." and "..", which are no folders. */
    static final Rule BUCKET = new Rule(
            "empty or an address such as s3://bucket/folder",
            Pattern.compile("(s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/(?![.]+(/|$))[A-Za-z0-9._-]+)*/?)?")
                    .asMatchPredicate());

    static final Rule STORE = new Rule(
            "an address such as https://s3.example.org, without a path",
            value -> isWebAddress(value) && value.matches("(https?://[^/?#@]+/?)?"));
    static final Rule REGION = new Rule(
            "a region such as us-east-1", Pattern.compile("[A-Za-z0-9-]{1,64}").asMatchPredicate());
    // Signature Version 4: it stands in the Credential, between commas and before a slash.
    static final Rule ACCESS_KEY = new Rule(
            "letters, digits and signs other than comma and slash",
            Pattern.compile("[!-~&&[^,/]]*").asMatchPredicate());

    // RFC 6454 §6.1: what a browser calls a page's origin has no path.
    private static final Predicate<String> ORIGIN =
            Pattern.compile("https?://[^/?#@,\\s]+/?").asMatchPredicate();

    static final Rule SERVER = new Rule(
            "an address such as https://party.example.org, without a path",
            value -> isWebAddress(value) && (value.isEmpty() || ORIGIN.test(value)));
    static final Rule ORIGINS = new Rule(
            "addresses such as http://localhost:8080, without a path, with commas between them",
            list(value -> isWebAddress(value) && ORIGIN.test(value)));

    // RFC 7518 §3.2: a key of HMAC-SHA256 has as many bits as its result, at least.
    static final Rule LONG_SECRET = new Rule("at least %d characters long".formatted(LEAST_SECRET), Rule::isLongSecret);

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

    /** Whether a wrong value is not to be shown: it was meant as a secret all the same. */
    boolean isSecret() {
        return this == LONG_SECRET || this == DATABASE;
    }

    static Rule oneOf(String... choices) {
        return new Rule(String.join(" or ", choices), value -> List.of(choices).contains(value));
    }

    private static boolean isLongSecret(String value) {
        return value.isEmpty() || value.length() >= LEAST_SECRET;
    }

    private static Predicate<String> list(Predicate<String> each) {
        return value -> value.isEmpty()
                || Stream.of(value.split(",", -1)).map(String::strip).allMatch(each);
    }

    private static boolean exist(String folders) {
        return folders.isEmpty()
                || Stream.of(folders.split(File.pathSeparator)).allMatch(path -> new File(path).isDirectory());
    }

    /** A literal: nothing that would be looked up as a name. */
    private static boolean isAddress(String value) {
        if (!value.contains(":")) {
            return IPV4.test(value);
        }
        try {
            return InetAddress.getByName("[" + value + "]") != null;
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static boolean isNetwork(String value) {
        String[] parts = value.split("/", 2);
        int bits = parts[0].contains(":") ? 128 : 32;
        return isAddress(parts[0])
                && (parts.length == 1 || wholeNumber("", 0, bits).test().test(parts[1]));
    }

    private static boolean isAddressOrName(String value) {
        return isAddress(value) || value.length() < 254 && NAME.test(value);
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
