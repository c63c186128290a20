package app.tutti.account.signin.boundary;

import app.tutti.account.people.entity.Subject;
import app.tutti.account.signin.control.ProviderSettings;
import app.tutti.account.signin.entity.ProofKey;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.Claims;
import jakarta.security.enterprise.identitystore.openid.JwtClaims;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.glassfish.soteria.mechanisms.OpenIdAuthenticationMechanism;
import org.glassfish.soteria.mechanisms.openid.controller.AuthenticationController;

/** Asks Jakarta Security's OpenID mechanism, for sign-in only: what it keeps of a session lasts until its answer. */
@RequestScoped
public class Provider {
    @Inject
    ProviderSettings settings;

    @Inject
    OpenIdAuthenticationMechanism mechanism;

    @Inject
    AuthenticationController requests;

    @Inject
    OpenIdContext context;

    /** Where the browser goes to ask the provider. */
    URI ask(ProofKey key, HttpServletRequest request, HttpServletResponse response) {
        Redirection redirection = new Redirection(response);
        return told(() -> {
            requests.authenticateUser(new AsPeopleCallUs(request), redirection);
            // RFC 7636 §4.3
            return UriBuilder.fromUri(redirection.location)
                    .queryParam("code_challenge", key.challenge())
                    .queryParam("code_challenge_method", ProofKey.METHOD)
                    .build();
        });
    }

    /** Who came back, as the provider says. */
    Subject answer(ProofKey key, HttpServletRequest request, HttpServletResponse response) {
        return told(() -> {
            HttpServletRequest asked = new AsPeopleCallUs(request);
            ProviderExchange exchange = new ProviderExchange(asked, response);
            ProviderClient.proving(key, () -> mechanism.validateRequest(asked, response, exchange));
            if (!exchange.succeeded()) {
                throw new ProviderRefused("the state or the code");
            }
            // The mechanism would take one without a signature, whoever answered in the provider's place.
            if (!(JWTParser.parse(context.getIdentityToken().getToken()) instanceof SignedJWT)) {
                throw new ProviderRefused("an ID token without a signature");
            }
            return new Subject(
                    settings.getIssuer(), claims().getSubject().orElseThrow(() -> new ProviderRefused("no subject")));
        });
    }

    /** What to call them, as far as the provider tells. */
    Optional<String> name() {
        return Stream.<Claims>of(claims(), context.getClaims())
                .flatMap(told -> Stream.of("name", "preferred_username", "nickname")
                        .flatMap(claim -> told.getStringClaim(claim).stream()))
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    private JwtClaims claims() {
        return context.getIdentityToken().getJwtClaims();
    }

    private static <T> T told(Callable<T> question) {
        try {
            return question.call();
        } catch (ProviderRefused refused) {
            throw refused;
        } catch (Exception failed) {
            throw isUnreachable(failed) ? new ProviderUnreachable(failed) : new ProviderRefused(failed);
        }
    }

    private static boolean isUnreachable(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException || cause instanceof ProcessingException);
    }

    /** By the address of TUTTI_URL if there is one, and by nobody the container knows already. */
    private final class AsPeopleCallUs extends HttpServletRequestWrapper {
        AsPeopleCallUs(HttpServletRequest request) {
            super(request);
        }

        @Override
        public StringBuffer getRequestURL() {
            return settings.publicAddress()
                    .map(address -> new StringBuffer(address + getRequestURI()))
                    .orElseGet(super::getRequestURL);
        }

        @Override
        public Principal getUserPrincipal() {
            return null;
        }
    }

    /** The mechanism's redirect, for JAX-RS to send. */
    private static final class Redirection extends HttpServletResponseWrapper {
        private String location;

        Redirection(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String to) {
            location = to;
        }
    }
}
