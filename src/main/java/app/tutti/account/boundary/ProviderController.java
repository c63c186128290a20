package app.tutti.account.boundary;

import app.tutti.account.control.Access;
import app.tutti.account.control.ProviderSettings;
import app.tutti.account.entity.Needs;
import app.tutti.account.entity.ReturnPath;
import app.tutti.account.entity.Role;
import app.tutti.account.entity.Standing;
import app.tutti.account.entity.Subject;
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
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Signing in with an OpenID provider: there, and back again. */
@Controller
@RequestScoped
@Path("/sign-in/oidc")
@Needs(Role.ANONYMOUS)
public class ProviderController {
    private static final Logger LOG = Logger.getLogger(ProviderController.class.getName());
    private static final String TO = ProviderController.class.getName();
    private static final int TEN_MINUTES = 600;

    @Inject
    ProviderSettings settings;

    @Inject
    Access access;

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
    public Response there(@QueryParam("to") String to) {
        if (!settings.isConfigured()) {
            throw new NotFoundException();
        }
        if (!access.isSetUp()) {
            return Response.seeOther(URI.create("/set-up")).build();
        }
        // Without what an earlier try left: the mechanism asks for a nonce only where it knows no token yet.
        sessions.end(request);
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval(TEN_MINUTES);
        session.setAttribute(TO, ReturnPath.of(to).value());
        try {
            return Response.seeOther(provider.ask(request, response)).build();
        } catch (ProviderUnreachable | ProviderRefused failed) {
            return failed(failed, to);
        }
    }

    @GET
    @Path("callback")
    public Response andBack(@QueryParam("error") String error) {
        String to = to();
        if (to == null) {
            return form(422, "account.provider.late", "/");
        }
        if (error != null) {
            sessions.end(request);
            return form(403, "account.provider.declined", to);
        }
        try {
            return signIn(to);
        } catch (ProviderUnreachable | ProviderRefused failed) {
            sessions.end(request);
            return failed(failed, to);
        }
    }

    private String to() {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(TO);
    }

    private Response signIn(String to) {
        Subject subject = provider.answer(request, response);
        Optional<Standing> person = accounts.find(subject);
        if (person.isEmpty() && settings.bringsMembers()) {
            person = Optional.of(accounts.add(subject, provider.name().orElse("")));
        }
        sessions.end(request);
        if (person.isEmpty()) {
            LOG.info(() -> "Somebody without an account signed in with %s. TUTTI_OIDC_MEMBERS would make them a member."
                    .formatted(settings.getHost()));
            return form(403, "account.provider.unknown", to);
        }
        signIn.begin(person.get(), false, response);
        return Response.seeOther(URI.create(to)).build();
    }

    private Response failed(RuntimeException failed, String to) {
        LOG.log(Level.WARNING, failed, () -> "Signing in with %s failed".formatted(settings.getHost()));
        return failed instanceof ProviderUnreachable
                ? form(503, "account.provider.unreachable", to)
                : form(403, "account.provider.refused", to);
    }

    private Response form(int status, String problem, String to) {
        models.put("problem", problem);
        models.put("name", "");
        models.put("to", ReturnPath.of(to).value());
        return Response.status(status).entity("account/sign-in.html").build();
    }
}
