package app.tutti.account.membership.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.control.Devices;
import app.tutti.account.people.control.People;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.Person;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.Role;
import app.tutti.account.signin.boundary.Sessions;
import app.tutti.account.signin.boundary.SignInController;
import app.tutti.account.signin.control.Accounts;
import app.tutti.account.signin.control.ApiKeys;
import app.tutti.account.signin.control.Passwords;
import app.tutti.account.signin.control.SignInLimits;
import app.tutti.account.signin.entity.ApiKey;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** What somebody with an account says about themselves, and where they are signed in. */
@Controller
@RequestScoped
@Path("/you")
@Needs(Role.MEMBER)
public class YouController {
    private static final int UNPROCESSABLE = 422;

    /** Where a new key waits to be shown, once. */
    private static final String NEW_KEY = YouController.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    @Inject
    People people;

    @Inject
    Passwords passwords;

    @Inject
    SignInLimits limits;

    @Inject
    Devices devices;

    @Inject
    ApiKeys keys;

    @Inject
    Accounts accounts;

    @Inject
    PersonCache standings;

    @Inject
    Sessions sessions;

    @Inject
    Models models;

    @GET
    public Response page(@QueryParam("done") String done) {
        models.put("done", done);
        return caller.isSignedIn() ? form(200, "") : signIn();
    }

    @POST
    @Path("name")
    public Response call(@FormParam("name") String name) {
        if (!caller.isSignedIn()) {
            return signIn();
        }
        try {
            accounts.call(me(), PersonName.of(name));
        } catch (IllegalArgumentException noName) {
            return form(UNPROCESSABLE, "account.name.wrong");
        }
        standings.changed(me());
        return done("name");
    }

    @POST
    @Path("password")
    public Response changePassword(@FormParam("present") String present, @FormParam("password") String password) {
        if (!caller.isSignedIn()) {
            return signIn();
        }
        if (!Passwords.isAcceptable(password)) {
            return form(UNPROCESSABLE, "account.password.wrong");
        }
        try {
            limits.tryPresentPassword(me());
            Optional<String> known = people.find(me()).flatMap(Person::passwordHash);
            if (!passwords.verify((present == null ? "" : present).toCharArray(), known)) {
                return form(UNPROCESSABLE, "you.password.wrong");
            }
            limits.presentPasswordWasRight(me());
            return changed(passwords.hash(password.toCharArray()));
        } catch (TooBusyException busy) {
            return SignInController.later(busy, form(busy.status(), "account.later"));
        }
    }

    private Response changed(String hash) {
        String here = here();
        accounts.changePassword(me(), hash, here).ifPresent(standing -> {
            // This one stays, with a session of the new generation, before the others are told.
            sessions.begin(request, standing, here);
            standings.changed(me());
        });
        return done("password");
    }

    @POST
    @Path("devices")
    public Response revokeDevice(@FormParam("device") String device) {
        if (!caller.isSignedIn()) {
            return signIn();
        }
        if (device == null || !accounts.revokeDevice(me(), device)) {
            return Response.status(404).build();
        }
        standings.revoked(me(), device);
        return done("device");
    }

    @POST
    @Path("keys")
    public Response addKey(@FormParam("label") String label) {
        if (!caller.isSignedIn()) {
            return signIn();
        }
        try {
            String secret = ApiKey.PREFIX
                    + accounts.addKey(me(), PersonName.of(label).value()).value();
            request.getSession().setAttribute(NEW_KEY, secret);
            return done("key");
        } catch (IllegalArgumentException noName) {
            return form(UNPROCESSABLE, "account.name.wrong");
        }
    }

    @POST
    @Path("keys/revoke")
    public Response revokeKey(@FormParam("key") UUID key) {
        if (!caller.isSignedIn()) {
            return signIn();
        }
        Optional<String> removed = key == null ? Optional.empty() : accounts.removeKey(me(), key);
        removed.ifPresent(keys::revoked);
        return removed.isPresent() ? done("revoked") : Response.status(404).build();
    }

    private PersonId me() {
        return caller.person().orElseThrow();
    }

    private String here() {
        return sessions.device(request).orElse("");
    }

    private Response form(int status, String problem) {
        models.put("problem", problem);
        models.put("shortest", Passwords.SHORTEST);
        models.put("person", me().toString());
        Person person = people.find(me()).orElseThrow();
        models.put("signInName", person.name().value());
        models.put("hasPassword", person.passwordHash().isPresent());
        models.put("picture", people.pictureTag(me()).orElse(""));
        models.put("here", here());
        models.put("devices", devices.of(me()));
        models.put("keys", keys.of(me()));
        models.put("newKey", newKey());
        return Response.status(status).entity("account/you.html").build();
    }

    private String newKey() {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NEW_KEY) instanceof String key)) {
            return "";
        }
        session.removeAttribute(NEW_KEY);
        return key;
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/you?done=" + what)).build();
    }

    /** A household gets in without an account, and has nothing of its own here. */
    private static Response signIn() {
        return Response.seeOther(URI.create("/sign-in?to=/you")).build();
    }
}
