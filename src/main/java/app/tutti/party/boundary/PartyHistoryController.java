package app.tutti.party.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.PastParties;
import app.tutti.party.entity.ListenerCurve;
import app.tutti.party.entity.PastParty;
import app.tutti.web.boundary.QueryNumbers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** What was played at the parties of this server: for every member, whoever hosted. */
@Controller
@RequestScoped
@Path("/party/history")
@Needs(Role.MEMBER)
public class PartyHistoryController {
    @Inject
    PastParties parties;

    @Inject
    Models models;

    @GET
    public String all(@QueryParam("page") String page) {
        models.put("parties", parties.page(QueryNumbers.page(page)));
        return "party/history.html";
    }

    @GET
    @Path("{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
    public String one(@PathParam("id") UUID id) {
        PastParty party = parties.one(id).orElseThrow(NotFoundException::new);
        models.put("party", party);
        models.put("played", parties.played(id));
        models.put("curve", ListenerCurve.of(parties.listeners(id), party.began(), party.ended()));
        return "party/past.html";
    }
}
