package app.tutti.party.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.StatusBoard;
import app.tutti.party.entity.PartyCard;
import app.tutti.party.entity.PartyStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.temporal.ChronoUnit;

/** How the parties are: a page for browsers, and lines for whoever takes anything, as curl does. */
@RequestScoped
@Path("/party-status")
@Needs(Role.ANONYMOUS)
public class PartyStatusController {
    @Inject
    StatusBoard board;

    @Inject
    Models models;

    @GET
    @Controller
    @Produces("text/html;charset=utf-8;qs=0.9")
    public String page() {
        models.put("status", board.status(System.nanoTime()));
        return "party/status.html";
    }

    /** In the words of the protocol, not of a language: somebody's script may read them. */
    @GET
    @Produces("text/plain;charset=utf-8")
    public String lines() {
        PartyStatus status = board.status(System.nanoTime());
        StringBuilder lines = new StringBuilder()
                .append("enabled: %s\n".formatted(status.enabled()))
                .append("role: %s\n".formatted(status.role()))
                .append("live: %d\n".formatted(status.live()))
                .append("listeners: %d\n".formatted(status.listeners()));
        status.sessions().forEach(session -> lines.append(line(session)));
        return lines.toString();
    }

    private static String line(PartyCard session) {
        String track = session.track()
                .map(playing -> " · " + playing.title() + " · " + playing.artist())
                .orElse("");
        return "session: /party/%s · %s · listeners: %d · since %s%s\n"
                .formatted(
                        session.id(),
                        session.name(),
                        session.listeners(),
                        session.startedAt().truncatedTo(ChronoUnit.SECONDS),
                        track);
    }
}
