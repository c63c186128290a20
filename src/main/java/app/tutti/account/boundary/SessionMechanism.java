package app.tutti.account.boundary;

import app.tutti.account.control.Caller;
import app.tutti.account.control.Standings;
import app.tutti.account.entity.DeviceToken;
import app.tutti.account.entity.Identity;
import app.tutti.account.entity.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Knows people again: by their session, else by a device that is remembered. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    Standings standings;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (ServletRoutes.isFile(request)) {
            return context.doNothing();
        }
        Optional<Identity.SignedIn> person = sessions.person(request).or(() -> byDevice(request, response));
        if (person.isEmpty()) {
            return context.doNothing();
        }
        Caller.mark(request, person.get());
        return context.notifyContainerAboutLogin(
                person.get().id().toString(), person.get().role().groups());
    }

    private Optional<Identity.SignedIn> byDevice(HttpServletRequest request, HttpServletResponse response) {
        Optional<DeviceToken> token = DeviceCookie.of(request);
        Optional<Standing> standing = token.flatMap(accounts::recognise).flatMap(standings::of);
        standing.ifPresent(known -> sessions.begin(request, known));
        return standing.map(Standing::identity);
    }
}
