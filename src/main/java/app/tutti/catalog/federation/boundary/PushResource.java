package app.tutti.catalog.federation.boundary;

import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.access.entity.TicketRefused;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.federation.control.HomeCatalogues;
import app.tutti.catalog.federation.control.PushRequest;
import app.tutti.catalog.federation.entity.PushAnswer;
import app.tutti.catalog.federation.entity.PushedBatch;
import app.tutti.catalog.files.control.FileRefused;
import app.tutti.catalog.files.control.PublicCatalogue;
import app.tutti.web.boundary.JsonBody;
import app.tutti.web.boundary.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/**
 * What home servers tell of their catalogues. Everybody may come; each request shows a ticket that is for it alone,
 * before anything else of it is read.
 */
@RequestScoped
@Path("/api/catalogue/{home: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
@Needs(Role.ANONYMOUS)
public class PushResource {
    private static final String BEARER = "Bearer ";
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_COVER_BYTES = 512 * 1024;
    private static final int UNPROCESSABLE = 422;

    @Inject
    PublicCatalogue catalogue;

    @Inject
    HostTickets tickets;

    @Inject
    HomeCatalogues homes;

    @Context
    HttpServletRequest request;

    @PathParam("home")
    UUID home;

    @POST
    @Path("batches")
    public Response batch() throws IOException {
        Instant now = Instant.now();
        try {
            PushedBatch batch = PushJson.batch(admitted(MOST_BYTES, now), home, now);
            return answer(homes.take(home, batch, now));
        } catch (TicketRefused refused) {
            return unauthorized(refused);
        } catch (IllegalArgumentException hostile) {
            return Problem.of(400, "Bad Request", "This is no piece of a catalogue: " + hostile.getMessage() + ".")
                    .build();
        }
    }

    @PUT
    @Path("covers/{sha256: [0-9a-f]{64}}")
    public Response cover(@PathParam("sha256") String sha256) throws IOException {
        Instant now = Instant.now();
        try {
            boolean wanted = homes.take(home, sha256, admitted(MOST_COVER_BYTES, now), now);
            return wanted
                    ? Response.noContent().build()
                    : Problem.of(404, "Not Found", "No track has it.").build();
        } catch (TicketRefused refused) {
            return unauthorized(refused);
        } catch (FileRefused refused) {
            return Problem.of(UNPROCESSABLE, "Unprocessable Content", "This is no picture.")
                    .build();
        }
    }

    /** The body, of whom may send it. */
    private byte[] admitted(int mostBytes, Instant now) throws IOException {
        if (!catalogue.isTaken()) {
            throw new NotFoundException();
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String ticket = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        tickets.read(ticket, Purpose.CATALOGUE, now);
        byte[] body = JsonBody.read(request.getInputStream(), mostBytes);
        PushRequest sent = new PushRequest(request.getMethod(), request.getRequestURI(), body);
        tickets.redeem(ticket, Purpose.CATALOGUE, sent.hash(), Instant.now());
        return body;
    }

    private static Response answer(PushAnswer answer) {
        JsonArrayBuilder covers = Json.createArrayBuilder();
        answer.covers().forEach(covers::add);
        String json = Json.createObjectBuilder()
                .add("cursor", answer.cursor())
                .add("covers", covers)
                .build()
                .toString();
        return Response.status(answer.taken() ? 200 : 409)
                .type("application/json")
                .entity(json)
                .build();
    }

    private static Response unauthorized(TicketRefused refused) {
        return Problem.of(401, "Unauthorized", refused.getMessage())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tutti\", error=\"invalid_token\"")
                .build();
    }
}
