package app.tutti.account.membership.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.access.entity.NotAllowed;
import app.tutti.account.membership.control.Membership;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.PersonRow;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Token;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Who belongs here: an admin asks people in, changes what they may, helps with a lost password, and takes them out. */
@Controller
@RequestScoped
@Path("/people")
@Needs(Role.ADMIN)
public class PeopleController {
    private static final int UNPROCESSABLE = 422;

    @Inject
    Caller caller;

    @Inject
    Membership membership;

    @Inject
    PersonCache standings;

    @Inject
    FlashMessage toldOnce;

    @Inject
    Models models;

    @GET
    public Response page() {
        models.put("link", toldOnce.take().orElse(null));
        return list(200, "");
    }

    @POST
    @Path("invites")
    public Response invite(@FormParam("role") String role, @FormParam("name") String name) {
        try {
            String suggested =
                    name == null || name.isBlank() ? "" : PersonName.of(name).value();
            Token token = membership.invite(personsRole(role), suggested, self());
            toldOnce.keep("invite", suggested, "/invite/" + token.value());
            return back();
        } catch (IllegalArgumentException noName) {
            return list(UNPROCESSABLE, "account.name.wrong");
        }
    }

    @POST
    @Path("invites/{id}/revocation")
    public Response revoke(@PathParam("id") UUID id) {
        membership.revokeInvite(id);
        return back();
    }

    @POST
    @Path("{id}/role")
    public Response role(@PathParam("id") UUID id, @FormParam("role") String role) {
        PersonId person = new PersonId(id);
        return change(person, () -> membership.become(person, personsRole(role)));
    }

    @POST
    @Path("{id}/reset")
    public Response reset(@PathParam("id") UUID id) {
        String name = person(id).identity().name();
        membership
                .reset(new PersonId(id), self())
                .ifPresent(token -> toldOnce.keep("reset", name, "/reset/" + token.value()));
        return back();
    }

    /** To be sure: there is no way back. */
    @GET
    @Path("{id}/removal")
    public String askToRemove(@PathParam("id") UUID id) {
        models.put("person", person(id).identity());
        return "account/removal.html";
    }

    @POST
    @Path("{id}/removal")
    public Response remove(@PathParam("id") UUID id) {
        PersonId person = new PersonId(id);
        return change(person, () -> membership.remove(person, self()));
    }

    private Response change(PersonId person, Runnable change) {
        try {
            change.run();
        } catch (NotAllowed not) {
            return list(UNPROCESSABLE, not.problem());
        }
        standings.changed(person);
        // Who has stopped being an admin by it is not shown this page again.
        boolean stillAdmin = standings
                .of(self())
                .filter(standing -> standing.identity().role() == Role.ADMIN)
                .isPresent();
        return stillAdmin ? back() : Response.seeOther(URI.create("/")).build();
    }

    private Response list(int status, String problem) {
        List<PersonRow> people = membership.everybody();
        models.put("problem", problem);
        models.put("people", people);
        models.put("self", self());
        models.put("onlyAdmin", people.stream().filter(PersonRow::isAdmin).count() < 2);
        models.put("invites", membership.openInvites());
        return Response.status(status).entity("account/people.html").build();
    }

    private PersonState person(UUID id) {
        return membership.find(new PersonId(id)).orElseThrow(NotFoundException::new);
    }

    private PersonId self() {
        return caller.person().orElseThrow();
    }

    private static Role personsRole(String text) {
        return "admin".equals(text) ? Role.ADMIN : Role.MEMBER;
    }

    private static Response back() {
        return Response.seeOther(URI.create("/people")).build();
    }
}
