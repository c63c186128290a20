package app.tutti.party.boundary;

import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.PartySettings;
import app.tutti.room.OriginFilter;
import app.tutti.web.entity.Origin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tickets for a host's page of ours, with which it starts a party on the public server. */
@RequestScoped
@Path("/api/party/tickets")
@Needs(Role.MEMBER)
public class TicketResource {
    @Inject
    HostTickets tickets;

    @Inject
    PartySettings settings;

    @Inject
    @ConfigProperty(name = "TUTTI_URL")
    Optional<String> publicAddress;

    @HeaderParam("Origin")
    String origin;

    @HeaderParam(HttpHeaders.HOST)
    String host;

    @POST
    public Response ticket() {
        if (!settings.enabled() || settings.server().isEmpty()) {
            throw new NotFoundException();
        }
        // The ticket is for the page that asks, so it must be one of ours; browsers say so with every POST.
        String page = Optional.ofNullable(origin)
                .filter(said -> OriginFilter.isOurs(said, host, publicAddress))
                .flatMap(Origin::of)
                .map(Origin::value)
                .orElseThrow(BadRequestException::new);
        String json = Json.createObjectBuilder()
                .add("ticket", tickets.issue(Purpose.PARTY, page, Instant.now()))
                .build()
                .toString();
        return Response.ok(json, "application/json")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
