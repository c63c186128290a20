package app.tutti.party.boundary;

import app.tutti.party.control.LiveParty;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A party's secret, or its password, shown in a request (RFC 6750 §2.1). */
final class Bearer {
    private static final Pattern TOKEN = Pattern.compile("Bearer +(.+)", Pattern.CASE_INSENSITIVE);

    private Bearer() {}

    /** @throws Problem when it is missing or not this party's */
    static void requireSecret(LiveParty party, Exchange exchange) {
        String token = token(exchange)
                .orElseThrow(() -> unauthorized("Publishing needs the party's secret as a bearer token.", ""));
        if (!party.isHostedBy(token)) {
            throw wrong("This bearer token is not the party's secret.");
        }
    }

    /** @throws Problem when the party has a password and it is missing or wrong */
    static void requirePassword(LiveParty party, Exchange exchange) {
        Optional<String> token = token(exchange);
        boolean admitted = token.isEmpty()
                ? party.admits(token)
                : readings(token.get()).stream().anyMatch(password -> party.admits(Optional.of(password)));
        if (!admitted) {
            throw token.isEmpty()
                    ? unauthorized("Listening needs the party's password as a bearer token.", "")
                    : wrong("This bearer token is not the party's password.");
        }
    }

    /**
     * What a password may be that was sent so. A bearer is a token of few letters, a password is what people like: it comes
     * as it is, in UTF-8 or in Latin-1 as a header is read, or percent-encoded (RFC 3986 §2.1), which every program can say.
     */
    static Set<String> readings(String sent) {
        Set<String> readings = new LinkedHashSet<>(List.of(sent));
        utf8(sent.getBytes(StandardCharsets.ISO_8859_1)).ifPresent(readings::add);
        decoded(sent).ifPresent(readings::add);
        return readings;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException isNot) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(String sent) {
        try {
            // A plus is a plus: only forms mean a space by it.
            String bytes = URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return utf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException percentIsPercent) {
            return Optional.empty();
        }
    }

    private static Optional<String> token(Exchange exchange) {
        String given = exchange.header("Authorization");
        Matcher token = TOKEN.matcher(given == null ? "" : given.strip());
        return token.matches() ? Optional.of(token.group(1)) : Optional.empty();
    }

    private static Problem wrong(String sentence) {
        return unauthorized(sentence, ", error=\"invalid_token\"");
    }

    /** RFC 6750 §3. */
    private static Problem unauthorized(String sentence, String error) {
        return new Problem(401, sentence).with("WWW-Authenticate", "Bearer realm=\"tutti\"" + error);
    }
}
