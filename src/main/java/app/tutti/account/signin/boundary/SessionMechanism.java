package app.tutti.account.signin.boundary;

import app.tutti.account.access.boundary.RouteRule;
import app.tutti.account.access.boundary.ServletRoutes;
import app.tutti.account.access.control.Caller;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.DeviceToken;
import app.tutti.account.people.entity.Identity;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.control.Accounts;
import app.tutti.web.control.TooBusyException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Knows people again: by their session, else by a device that is remembered; programs by their key. An alternative, so
 * that it is the application's mechanism although {@link ProviderDefinition} makes another.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    PersonCache standings;

    @Inject
    ApiKeyCheck keys;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (ServletRoutes.isFile(request) || request.isRequestedSessionIdFromURL()) {
            return context.doNothing();
        }
        Optional<Token> key = keys.shown(request);
        return key.isPresent() ? byKey(key.get(), request, response, context) : byBrowser(request, response, context);
    }

    /** Begins no session, and is no browser's: there is nothing to forge (CSRF). */
    private AuthenticationStatus byKey(
            Token key, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            Optional<Identity.SignedIn> person = keys.person(key, request);
            if (person.isPresent()) {
                return known(person.get(), request, context);
            }
            // RFC 6750 §3.1
            response.setHeader("WWW-Authenticate", RouteRule.CHALLENGE + ", error=\"invalid_token\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } catch (TooBusyException busy) {
            response.setHeader("Retry-After", Long.toString(busy.retryAfterSeconds()));
            response.setStatus(busy.status());
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private AuthenticationStatus byBrowser(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Identity.SignedIn> person = sessions.person(request).or(() -> byDevice(request, response));
        return person.isEmpty() ? context.doNothing() : known(person.get(), request, context);
    }

    private static AuthenticationStatus known(
            Identity.SignedIn person, HttpServletRequest request, HttpMessageContext context) {
        Caller.mark(request, person);
        return context.notifyContainerAboutLogin(
                person.id().toString(), person.role().groups());
    }

    private Optional<Identity.SignedIn> byDevice(HttpServletRequest request, HttpServletResponse response) {
        Optional<DeviceToken> token = DeviceCookie.of(request);
        Optional<PersonState> standing = token.flatMap(accounts::recognise).flatMap(standings::of);
        standing.ifPresent(known -> sessions.begin(request, known, token.get().selector()));
        return standing.map(PersonState::identity);
    }
}
