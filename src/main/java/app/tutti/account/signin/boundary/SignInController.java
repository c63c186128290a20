package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Access;
import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.Role;
import app.tutti.text.PlainText;
import app.tutti.web.control.TooBusyException;
import app.tutti.web.entity.ReturnPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

@Controller
@RequestScoped
@Path("/sign-in")
@Needs(Role.ANONYMOUS)
public class SignInController {
    private static final int UNPROCESSABLE = 422;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @Inject
    SignIn signIn;

    @Inject
    Models models;

    @Context
    HttpServletResponse response;

    @GET
    public Response page(@QueryParam("to") String to) {
        if (caller.isSignedIn()) {
            return onwards(to);
        }
        return access.isSetUp()
                ? form(200, "", "", to)
                : Response.seeOther(URI.create("/set-up")).build();
    }

    @POST
    public Response signIn(
            @FormParam("name") String name,
            @FormParam("password") String password,
            @FormParam("remember") String remember,
            @FormParam("to") String to) {
        try {
            PersonName person = PersonName.of(name);
            return signIn.with(person, password == null ? "" : password, remember != null, response)
                    ? onwards(to)
                    : form(UNPROCESSABLE, "account.wrong", name, to);
        } catch (IllegalArgumentException noName) {
            return form(UNPROCESSABLE, "account.wrong", name, to);
        } catch (TooBusyException busy) {
            return later(busy, form(busy.status(), "account.later", name, to));
        }
    }

    private Response form(int status, String problem, String name, String to) {
        models.put("problem", problem);
        models.put("name", name == null ? "" : PlainText.line(name));
        models.put("to", ReturnPath.of(to).value());
        return Response.status(status).entity("account/sign-in.html").build();
    }

    public static Response later(TooBusyException busy, Response page) {
        return Response.fromResponse(page)
                .header(HttpHeaders.RETRY_AFTER, busy.retryAfterSeconds())
                .build();
    }

    private static Response onwards(String to) {
        return Response.seeOther(URI.create(ReturnPath.of(to).value())).build();
    }
}
