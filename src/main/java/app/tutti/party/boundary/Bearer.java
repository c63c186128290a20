package app.tutti.party.boundary;

import app.tutti.party.control.LiveParty;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A party's secret, shown in a request (RFC 6750 §2.1). */
final class Bearer {
    private static final Pattern TOKEN = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

    private Bearer() {}

    /** @throws Problem when it is missing or not this party's */
    static void require(LiveParty party, Exchange exchange) {
        String given = exchange.header("Authorization");
        Matcher token = TOKEN.matcher(given == null ? "" : given.strip());
        if (!token.matches()) {
            throw unauthorized("Publishing needs the party's secret as a bearer token.", "");
        }
        if (!party.isHostedBy(token.group(1))) {
            throw unauthorized("This bearer token is not the party's secret.", ", error=\"invalid_token\"");
        }
    }

    /** RFC 6750 §3. */
    private static Problem unauthorized(String sentence, String error) {
        return new Problem(401, sentence).with("WWW-Authenticate", "Bearer realm=\"tutti\"" + error);
    }
}
