package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Access;
import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Subject;
import app.tutti.account.signin.control.Accounts;
import app.tutti.account.signin.control.ProviderSettings;
import app.tutti.account.signin.control.SignInLimits;
import app.tutti.account.signin.entity.ProofKey;
import app.tutti.web.control.TooBusyException;
import app.tutti.web.entity.ReturnPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Signing in with an OpenID provider: there, and back again. */
@Controller
@RequestScoped
@Path("/sign-in/oidc")
@Needs(Role.ANONYMOUS)
public class ProviderController {
    private static final Logger LOG = Logger.getLogger(ProviderController.class.getName());
    private static final String ERRAND = ProviderErrand.class.getName();
    private static final int TEN_MINUTES = 600;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    @Inject
    ProviderSettings settings;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @Inject
    SignInLimits limits;

    @Inject
    Provider provider;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    SignIn signIn;

    @Inject
    Models models;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    // A link and no form: a form's redirect to another site is forbidden by our form-action.
    @GET
    public Response there(@QueryParam("to") String to, @QueryParam("remember") String remember) {
        if (!settings.isConfigured()) {
            throw new NotFoundException();
        }
        if (!access.isSetUp()) {
            return Response.seeOther(URI.create("/set-up")).build();
        }
        String path = ReturnPath.of(to).value();
        if (caller.isSignedIn()) {
            return Response.seeOther(URI.create(path)).build();
        }
        try {
            limits.tryProvider(caller.source().subscriber());
            // Without what an earlier try left: the mechanism asks for a nonce only where it knows no token yet.
            sessions.end(request);
            ProviderErrand errand =
                    new ProviderErrand(path, remember != null, ProofKey.next().verifier());
            HttpSession session = request.getSession();
            session.setMaxInactiveInterval(TEN_MINUTES);
            session.setAttribute(ERRAND, errand);
            return Response.seeOther(provider.ask(errand.key(), request, response))
                    .build();
        } catch (ProviderUnreachable | ProviderRefused failed) {
            sessions.end(request);
            return failed(failed, path);
        } catch (TooBusyException busy) {
            return SignInController.later(busy, form(busy.status(), "account.later", path));
        }
    }

    @GET
    @Path("callback")
    public Response andBack(@QueryParam("error") String error) {
        Optional<ProviderErrand> errand = errand();
        String to = errand.map(ProviderErrand::to).orElse("/");
        try {
            limits.tryProvider(caller.source().subscriber());
            if (errand.isEmpty()) {
                return form(UNPROCESSABLE, "account.provider.late", to);
            }
            return error == null ? signIn(errand.get()) : declined(to);
        } catch (ProviderUnreachable | ProviderRefused failed) {
            sessions.end(request);
            return failed(failed, to);
        } catch (TooBusyException busy) {
            return SignInController.later(busy, form(busy.status(), "account.later", to));
        }
    }

    private Optional<ProviderErrand> errand() {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ERRAND) instanceof ProviderErrand errand
                ? Optional.of(errand)
                : Optional.empty();
    }

    private Response declined(String to) {
        sessions.end(request);
        return form(FORBIDDEN, "account.provider.declined", to);
    }

    private Response signIn(ProviderErrand errand) {
        Subject subject = provider.answer(errand.key(), request, response);
        limits.providerWasRight(caller.source().subscriber());
        Optional<PersonState> person = accounts.find(subject);
        if (person.isEmpty() && settings.bringsMembers()) {
            person = Optional.of(accounts.add(subject, provider.name().orElse("")));
        }
        sessions.end(request);
        if (person.isEmpty()) {
            LOG.info(() -> "Somebody without an account signed in with %s. TUTTI_OIDC_MEMBERS would make them a member."
                    .formatted(settings.getHost()));
            return form(FORBIDDEN, "account.provider.unknown", errand.to());
        }
        signIn.begin(person.get(), errand.remember(), response);
        return Response.seeOther(URI.create(errand.to())).build();
    }

    private Response failed(RuntimeException failed, String to) {
        // The first cause says it; whoever wraps it only repeats it.
        Throwable first = Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
                .reduce(failed, (outer, inner) -> inner);
        LOG.log(Level.WARNING, "Signing in with {0} failed: {1}", new Object[] {settings.getHost(), first});
        return failed instanceof ProviderUnreachable
                ? form(UNAVAILABLE, "account.provider.unreachable", to)
                : form(FORBIDDEN, "account.provider.refused", to);
    }

    private Response form(int status, String problem, String to) {
        models.put("problem", problem);
        models.put("name", "");
        models.put("to", to);
        return Response.status(status).entity("account/sign-in.html").build();
    }
}
