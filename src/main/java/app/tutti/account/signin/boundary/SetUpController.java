package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Access;
import app.tutti.account.access.control.Caller;
import app.tutti.account.access.control.OwnMachine;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.control.Accounts;
import app.tutti.account.signin.control.Passwords;
import app.tutti.account.signin.control.SetUpCode;
import app.tutti.account.signin.control.SignInLimits;
import app.tutti.text.PlainText;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Makes the first admin. */
@Controller
@RequestScoped
@Path("/set-up")
@Needs(Role.ANONYMOUS)
public class SetUpController {
    private static final int UNPROCESSABLE = 422;
    private static final String OWN_MACHINE = "own machine";

    @Inject
    Access access;

    @Inject
    Caller caller;

    @Inject
    OwnMachine machine;

    @Inject
    SignInLimits limits;

    @Inject
    SetUpCode setUpCode;

    @Inject
    Passwords passwords;

    @Inject
    Accounts accounts;

    @Inject
    SignIn signIn;

    @Inject
    Models models;

    @Context
    HttpServletResponse response;

    @GET
    public Response page() {
        return access.isSetUp() ? done() : form(200, "", "");
    }

    @POST
    public Response setUp(
            @FormParam("name") String name, @FormParam("password") String password, @FormParam("code") String code) {
        if (access.isSetUp()) {
            return done();
        }
        try {
            // The code first: a stranger learns nothing, and nothing is hashed for one.
            return isAllowed(code)
                    ? setUp(PersonName.of(name), name, password)
                    : wrong("account.setUp.code.wrong", name);
        } catch (IllegalArgumentException noName) {
            return wrong("account.name.wrong", name);
        } catch (TooBusyException busy) {
            return SignInController.later(busy, form(busy.status(), "account.later", name));
        }
    }

    private boolean isAllowed(String code) {
        // Whoever runs the server has tries of their own: by a tunnel or proxy a stranger has their address.
        String subscriber =
                caller.source().isOwnMachine() ? OWN_MACHINE : caller.source().subscriber();
        limits.tryCode(subscriber);
        boolean right = setUpCode.isRight(Token.typed(code));
        if (right) {
            limits.codeWasRight(subscriber);
        }
        return right;
    }

    private Response setUp(PersonName name, String typed, String password) {
        if (!Passwords.isAcceptable(password)) {
            return wrong("account.password.wrong", typed);
        }
        Optional<PersonState> admin = accounts.setUp(name, passwords.hash(password.toCharArray()));
        return signIn.welcome(admin, response, SetUpController::done);
    }

    private Response wrong(String problem, String name) {
        return form(UNPROCESSABLE, problem, name);
    }

    private Response form(int status, String problem, String name) {
        models.put("problem", problem);
        models.put("name", name == null ? "" : PlainText.line(name));
        models.put("here", machine.isHere() && caller.source().isFromHere() && !caller.isMember());
        models.put("shortest", Passwords.SHORTEST);
        return Response.status(status).entity("account/set-up.html").build();
    }

    private static Response done() {
        return Response.seeOther(URI.create("/sign-in")).build();
    }
}
