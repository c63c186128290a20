package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Access;
import app.tutti.account.access.control.Caller;
import app.tutti.account.access.control.OwnMachine;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.control.SignInLimits;
import app.tutti.web.boundary.SecretAddress;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Logger;

/** The address that the start shows: whoever opens it first is known to run this server. */
@Controller
@RequestScoped
@Path("/own-machine/{code}")
@Needs(Role.ANONYMOUS)
public class OwnMachineController {
    private static final Logger LOG = Logger.getLogger(OwnMachineController.class.getName());
    private static final int GONE = 410;

    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    @Inject
    Access access;

    @Inject
    OwnMachine machine;

    @Inject
    SignInLimits limits;

    @Inject
    Models models;

    @Context
    HttpServletResponse response;

    @GET
    public Response open(@PathParam("code") String code) {
        if (isOnlyLooking()) {
            // Whatever is no click must not use it up.
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        if (caller.source().isOwnMachine()) {
            return in();
        }
        if (!machine.isHere() || !caller.source().isFromHere()) {
            return closed(Response.Status.FORBIDDEN.getStatusCode(), "ELSEWHERE");
        }
        Optional<Cookie> cookie = machine.take(Token.typed(code), request);
        return cookie.map(this::in).orElseGet(this::wrong);
    }

    private boolean isOnlyLooking() {
        return request.getMethod().equals("HEAD")
                || isPrefetch(request.getHeader("Sec-Purpose"))
                || isPrefetch(request.getHeader("Purpose"));
    }

    private static boolean isPrefetch(String purpose) {
        return purpose != null && purpose.contains("prefetch");
    }

    private Response in(Cookie cookie) {
        response.addCookie(cookie);
        LOG.info(() -> "[account] A browser on this machine is in. The next one needs another address: http://%s%s"
                .formatted(request.getHeader("Host"), machine.path()));
        return in();
    }

    /** Away from the address at once, and without telling it to anybody. */
    private static Response in() {
        return SecretAddress.quiet(Response.seeOther(URI.create("/")));
    }

    /** The right code was let in before: guesses use up nobody's way in. */
    private Response wrong() {
        try {
            limits.tryMachine(caller.source().subscriber());
            return closed(GONE, "USED");
        } catch (TooBusyException busy) {
            return SignInController.later(busy, closed(busy.status(), "BUSY"));
        }
    }

    private Response closed(int status, String state) {
        models.put("state", state);
        models.put("signIn", access.isSetUp());
        return SecretAddress.page(status, "account/own-machine.html");
    }
}
