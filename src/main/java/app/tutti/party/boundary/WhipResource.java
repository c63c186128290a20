package app.tutti.party.boundary;

import app.tutti.party.control.HttpPeer;
import app.tutti.party.control.HttpPublisher;
import app.tutti.party.control.LiveParty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that publish a party's sound in place of its host's page (RFC 9725). The session's secret is the bearer. */
@RequestScoped
@CrossOrigin
@Path("/api/party/{sessionId}/whip")
public class WhipResource extends HttpSignalling {
    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

    @Override
    void authorize(LiveParty party) {
        String given = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        Matcher bearer = BEARER.matcher(given == null ? "" : given.strip());
        if (!bearer.matches()) {
            throw unauthorized("Publishing needs the party's secret as a bearer token.", "");
        }
        if (!party.isHostedBy(bearer.group(1))) {
            throw unauthorized("This bearer token is not the party's secret.", ", error=\"invalid_token\"");
        }
    }

    @Override
    HttpPeer begin(LiveParty party, String offer) {
        return HttpPublisher.publish(party, offer);
    }

    @Override
    Optional<HttpPublisher> peer(LiveParty party, String id) {
        return party.httpPeer(HttpPublisher.class, id);
    }

    /** RFC 6750 §3. */
    private static RuntimeException unauthorized(String sentence, String error) {
        return Problem.thrown(
                Problem.response(401, sentence).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tutti\"" + error));
    }
}
