package app.tutti.party.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartySettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.UUID;

/** The host's page and the listener's. */
@Controller
@RequestScoped
@Path("/party")
public class PartyController {
    @Inject
    PartySettings settings;

    @Inject
    Parties parties;

    @Inject
    Caller caller;

    @Inject
    Models models;

    @Context
    HttpServletResponse response;

    @GET
    @Needs(Role.MEMBER)
    public String host() {
        mustBeEnabled();
        return "party/host.html";
    }

    /**
     * Who opens it is a guest while the party is on. A party that is over still has a page, which says so; what cannot be
     * a party's id has none.
     */
    @GET
    @Path("{sessionId}")
    @Needs(Role.ANONYMOUS)
    public String listener(@PathParam("sessionId") String sessionId) {
        mustBeEnabled();
        UUID id = uuid(sessionId);
        // Where a password is asked for, the link alone opens nothing else.
        if (parties.find(id).filter(party -> !party.hasPassword()).isPresent() && !caller.isGuest()) {
            caller.admit(id, response);
        }
        models.put("sessionId", id.toString());
        return "party/listener.html";
    }

    private void mustBeEnabled() {
        if (!settings.enabled()) {
            throw new NotFoundException();
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException(notOne);
        }
    }
}
