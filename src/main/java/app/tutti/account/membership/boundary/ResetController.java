package app.tutti.account.membership.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.membership.control.Membership;
import app.tutti.account.membership.entity.LinkState;
import app.tutti.account.membership.entity.PasswordReset;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.boundary.SignIn;
import app.tutti.account.signin.boundary.SignInController;
import app.tutti.account.signin.control.Passwords;
import app.tutti.web.boundary.SecretAddress;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Where a person who has lost the password chooses another. */
@Controller
@RequestScoped
@Path("/reset/{token}")
@Needs(Role.ANONYMOUS)
public class ResetController {
    private static final int UNPROCESSABLE = 422;

    @PathParam("token")
    String token;

    @Inject
    LinkPage links;

    @Inject
    Membership membership;

    @Inject
    PersonCache standings;

    @Inject
    Passwords passwords;

    @Inject
    SignIn signIn;

    @Inject
    Models models;

    @Context
    HttpServletResponse response;

    @GET
    public Response page() {
        return links.show(PasswordReset.class, token, reset -> form(200, "", reset.person()));
    }

    @POST
    public Response choose(@FormParam("password") String password) {
        return links.show(PasswordReset.class, token, reset -> chosen(password, reset.person()));
    }

    private Response chosen(String password, PersonId person) {
        if (!Passwords.isAcceptable(password)) {
            return form(UNPROCESSABLE, "account.password.wrong", person);
        }
        try {
            return begin(membership.chooseAgain(new Token(token), passwords.hash(password.toCharArray())));
        } catch (TooBusyException busy) {
            return SignInController.later(busy, form(busy.status(), "account.later", person));
        }
    }

    private Response begin(Optional<PersonState> chosen) {
        chosen.ifPresent(standing -> standings.changed(standing.identity().id()));
        return signIn.welcome(chosen, response, () -> links.closed(LinkState.USED));
    }

    private Response form(int status, String problem, PersonId person) {
        models.put("problem", problem);
        models.put(
                "name",
                membership.find(person).map(known -> known.identity().name()).orElse(""));
        models.put("shortest", Passwords.SHORTEST);
        return SecretAddress.page(status, "account/reset.html");
    }
}
