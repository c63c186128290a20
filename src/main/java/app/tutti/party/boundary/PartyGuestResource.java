package app.tutti.party.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.control.Guests;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.LiveParty;
import app.tutti.party.control.Parties;
import app.tutti.party.control.TooManyJoins;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Makes a guest of whoever knows a party's password; where there is none, its link is enough. */
@RequestScoped
@Path("/api/party/{sessionId: [0-9a-f-]{36}}/guest")
@Needs(Role.ANONYMOUS)
public class PartyGuestResource {
    private static final int LONGEST_PASSWORD_BYTES = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    Parties parties;

    @Inject
    Caller caller;

    @Inject
    Guests guests;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** The password is all there is in the body. */
    @PUT
    @Consumes("text/plain")
    public Response admit(@PathParam("sessionId") UUID id, InputStream body) throws IOException {
        try {
            return let(id, body);
        } catch (TooManyJoins tooMany) {
            return Response.status(TOO_MANY_REQUESTS)
                    .header("Retry-After", tooMany.retryAfterSeconds())
                    .build();
        }
    }

    private Response let(UUID id, InputStream body) throws IOException {
        Optional<LiveParty> party = parties.find(id);
        if (party.isPresent() && !party.get().hasPassword()) {
            // After a restart every listener comes once more.
            parties.countChange(caller.source().subscriber(), System.nanoTime());
        } else {
            parties.countJoin(caller.source().subscriber(), System.nanoTime());
        }
        if (party.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        String password = new String(body.readNBytes(LONGEST_PASSWORD_BYTES), StandardCharsets.UTF_8);
        if (!party.get().admits(Optional.of(password))) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        guests.admit(id, request, response);
        return Response.noContent().build();
    }
}
