package app.tutti.party.boundary;

import app.tutti.party.control.LiveParty;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A party's secret, or its password, shown in a request (RFC 6750 §2.1). */
final class Bearer {
    private static final Pattern TOKEN = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

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
        if (!party.admits(token)) {
            throw token.isEmpty()
                    ? unauthorized("Listening needs the party's password as a bearer token.", "")
                    : wrong("This bearer token is not the party's password.");
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
