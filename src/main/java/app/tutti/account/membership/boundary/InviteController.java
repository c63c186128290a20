package app.tutti.account.membership.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.access.entity.NotAllowed;
import app.tutti.account.membership.control.Membership;
import app.tutti.account.membership.entity.LinkState;
import app.tutti.account.membership.entity.PersonInvite;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.boundary.SignIn;
import app.tutti.account.signin.boundary.SignInController;
import app.tutti.account.signin.control.Passwords;
import app.tutti.text.PlainText;
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

/** Where somebody who was asked in becomes a person of this server. */
@Controller
@RequestScoped
@Path("/invite/{token}")
@Needs(Role.ANONYMOUS)
public class InviteController {
    private static final int UNPROCESSABLE = 422;

    @PathParam("token")
    String token;

    @Inject
    LinkPage links;

    @Inject
    Membership membership;

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
        return links.show(PersonInvite.class, token, invite -> form(200, "", invite.getSuggestedName()));
    }

    @POST
    public Response accept(@FormParam("name") String name, @FormParam("password") String password) {
        return links.show(PersonInvite.class, token, invite -> accepted(name, password));
    }

    private Response accepted(String name, String password) {
        if (!Passwords.isAcceptable(password)) {
            return form(UNPROCESSABLE, "account.password.wrong", name);
        }
        try {
            return join(PersonName.of(name), password);
        } catch (IllegalArgumentException noName) {
            return form(UNPROCESSABLE, "account.name.wrong", name);
        } catch (NotAllowed taken) {
            return form(UNPROCESSABLE, taken.problem(), name);
        } catch (TooBusyException busy) {
            return SignInController.later(busy, form(busy.status(), "account.later", name));
        }
    }

    private Response join(PersonName name, String password) {
        Optional<PersonState> person =
                membership.accept(new Token(token), name, passwords.hash(password.toCharArray()));
        return signIn.welcome(person, response, () -> links.closed(LinkState.USED));
    }

    private Response form(int status, String problem, String name) {
        models.put("problem", problem);
        models.put("name", name == null ? "" : PlainText.line(name));
        models.put("shortest", Passwords.SHORTEST);
        return SecretAddress.page(status, "account/invite.html");
    }
}
