package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.Role;
import app.tutti.account.signin.control.Accounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Of this browser, or of all. Whoever is not signed in may, too: it changes nothing. */
@Controller
@RequestScoped
@Path("/sign-out")
@Needs(Role.ANONYMOUS)
public class SignOutController {
    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    PersonCache standings;

    @POST
    public Response here() {
        DeviceCookie.of(request).ifPresent(accounts::forget);
        return signedOut();
    }

    @POST
    @Path("everywhere")
    public Response everywhere() {
        caller.person().ifPresent(person -> {
            accounts.signOutEverywhere(person);
            standings.changed(person);
        });
        return signedOut();
    }

    private Response signedOut() {
        sessions.end(request);
        return Response.seeOther(URI.create("/sign-in")).build();
    }
}
