package app.tutti.party.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.PartySettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;

/** How one's own connection is. For everybody: the page holds nothing but words, the numbers come by one's own socket. */
@Controller
@RequestScoped
@Path("/party-debug")
public class PartyDebugController {
    @Inject
    PartySettings settings;

    @GET
    @Needs(Role.ANONYMOUS)
    public String page() {
        if (!settings.enabled()) {
            throw new NotFoundException();
        }
        return "party/debug.html";
    }
}
