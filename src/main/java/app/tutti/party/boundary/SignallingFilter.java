package app.tutti.party.boundary;

import app.tutti.account.access.control.ClientAddressResolver;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartySettings;
import app.tutti.room.Refusal;
import app.tutti.sfu.sdp.SdpRefused;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WHIP (RFC 9725) and WHEP (draft-ietf-wish-whep-03), in front of JAX-RS: hundreds may come within a second, and what
 * pages need costs several times what a join does (docs/decisions/017).
 */
@Needs(Role.ANONYMOUS)
@WebFilter(urlPatterns = "/api/party/*", asyncSupported = true)
public class SignallingFilter extends HttpFilter {
    private static final Pattern OURS =
            Pattern.compile("/api/party/(?<party>[^/]+)/(?<protocol>whip|whep)(?<rest>/.*)?");

    /** With or without a slash at the end, which some programs add. */
    private static final Pattern REST = Pattern.compile("/?|/(?<session>[^/]+)/?");

    private static final System.Logger LOG = System.getLogger(SignallingFilter.class.getName());

    private static final String ENDPOINT = "/api/party/{sessionId}/";

    @Inject
    ClientAddressResolver sources;

    @Inject
    Parties parties;

    @Inject
    PartySettings settings;

    /** What is answered here, and the methods; who may is what {@link Needs} says. */
    public static Map<String, String> routes() {
        return Map.of(
                ENDPOINT + "whip", SignallingEndpoint.METHODS,
                ENDPOINT + "whip/{id}", SignallingSession.METHODS,
                ENDPOINT + "whep", SignallingEndpoint.METHODS,
                ENDPOINT + "whep/{id}", SignallingSession.METHODS);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher parts = OURS.matcher(path);
        if (parts.matches()) {
            CrossOrigin.open(request, response);
            answer(parts, new Exchange(request, response, sources));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(Matcher parts, Exchange exchange) throws IOException {
        try {
            if (!settings.enabled()) {
                throw new Problem(404, "There are no parties on this server.");
            }
            SignallingProtocol protocol = SignallingProtocol.named(parts.group("protocol"));
            SignallingEndpoint endpoint =
                    new SignallingEndpoint(parties, settings, exchange, protocol, parts.group("party"));
            Matcher rest = REST.matcher(parts.group("rest") == null ? "" : parts.group("rest"));
            if (!rest.matches()) {
                throw new Problem(404, "There is nothing at this address.");
            } else if (rest.group("session") == null) {
                endpoint.answer();
            } else {
                new SignallingSession(endpoint, exchange, rest.group("session")).answer();
            }
        } catch (Problem problem) {
            exchange.refuse(problem);
        } catch (SdpRefused refused) {
            exchange.refuse(Problem.of(refused));
        } catch (Refusal refused) {
            exchange.refuse(Problem.of(refused));
        } catch (WebApplicationException cut) {
            exchange.refuse(new Problem(cut.getResponse().getStatus(), "The body did not come to its end."));
        } catch (RuntimeException ours) {
            // Not the server's own answer, which no page of another origin may read.
            LOG.log(System.Logger.Level.ERROR, "[party] A request of WHIP or WHEP could not be answered", ours);
            exchange.refuse(new Problem(500, "Something broke on the server's side."));
        }
    }
}
