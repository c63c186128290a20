package app.tutti.account.signin.boundary;

import app.tutti.account.access.boundary.ServletRoutes;
import app.tutti.account.access.control.ClientAddressResolver;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.control.Accounts;
import app.tutti.account.signin.control.ApiKeys;
import app.tutti.account.signin.entity.ApiKey;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who a program asks for, by {@code Authorization: Bearer tutti_…} (RFC 6750 §2.1). For what is under /api, and for
 * numbers of how the server is: a key opens no page, so it can neither make other keys nor sign its owner out.
 */
@ApplicationScoped
public class ApiKeyCheck {
    private static final String SCHEME = "Bearer ";

    /** Their bearer is the party's own (RFC 9725 §4.5). */
    private static final Pattern SIGNALLING = Pattern.compile("/api/party/[^/]+/(whip|whep|cover)(/.*)?");

    /** Servlets that the server brings along, for programs that watch it. */
    private static final Set<String> NUMBERS = Set.of("/metrics/*", "/health/*");

    @Inject
    ApiKeys keys;

    @Inject
    Accounts accounts;

    @Inject
    PersonCache standings;

    @Inject
    ClientAddressResolver sources;

    /** The key that is shown, if one is and it counts here. */
    Optional<Token> shown(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        boolean ours = header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && header.startsWith(ApiKey.PREFIX, SCHEME.length());
        return ours && isForPrograms(request)
                ? Optional.of(new Token(header.substring(SCHEME.length() + ApiKey.PREFIX.length())))
                : Optional.empty();
    }

    /** @throws TooBusyException when this address has shown too many that nobody has */
    Optional<Identity.SignedIn> person(Token shown, HttpServletRequest request) {
        Optional<ApiKeys.Known> key = keys.find(shown, sources.of(request).subscriber());
        key.filter(ApiKeys.Known::isDue).ifPresent(known -> accounts.useKey(known.id()));
        return key.flatMap(known -> standings.of(known.person())).map(PersonState::identity);
    }

    // By the path as the server has understood it: no way of writing it gets around this.
    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        String pattern = request.getHttpServletMapping().getPattern();
        return NUMBERS.contains(pattern)
                || ServletRoutes.areResources(pattern)
                        && (path.startsWith("/api/") || path.equals("/relay-metrics"))
                        && !SIGNALLING.matcher(path).matches();
    }
}
