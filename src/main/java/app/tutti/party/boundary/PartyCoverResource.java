package app.tutti.party.boundary;

import app.tutti.account.access.control.ClientAddressResolver;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.files.control.FileRefused;
import app.tutti.party.control.LiveParty;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartyCovers;
import app.tutti.party.control.PartySettings;
import app.tutti.room.PartyOrigins;
import app.tutti.room.Refusal;
import app.tutti.web.control.TooBusyException;
import app.tutti.web.control.WorkLimiter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.util.UUID;

/**
 * Covers for a party whose host's page is another server's: sent with the party's secret, shown by their hash to whoever
 * listens.
 */
@RequestScoped
@Path("/api/party/{sessionId: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
@Needs(Role.ANONYMOUS)
public class PartyCoverResource {
    private static final String DAY_SECONDS = "86400";
    private static final String LASTING = "public, max-age=86400, immutable";
    private static final int UNPROCESSABLE = 422;

    /** A picture takes megabytes while it is decoded. */
    private static final WorkLimiter WORK = new WorkLimiter(8, 5_000);

    @Inject
    Parties parties;

    @Inject
    PartySettings settings;

    @Inject
    PartyOrigins homes;

    @Inject
    ClientAddressResolver sources;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @HeaderParam("Origin")
    String origin;

    @PathParam("sessionId")
    UUID sessionId;

    /** Before a home server's page may send (the Fetch standard's CORS preflight). */
    @OPTIONS
    @Path("cover")
    public Response ask() {
        return open(Response.noContent())
                .header("Access-Control-Allow-Methods", "PUT")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .header("Access-Control-Max-Age", DAY_SECONDS)
                .build();
    }

    @PUT
    @Path("cover")
    public Response keep() throws IOException {
        try {
            return keep(party());
        } catch (Problem problem) {
            return answer(problem);
        } catch (Refusal refused) {
            return answer(Problem.of(refused));
        }
    }

    @GET
    @Path("covers/{sha256: [0-9a-f]{64}}.jpg")
    public Response cover(@PathParam("sha256") String sha256) {
        byte[] jpeg =
                parties.covers(sessionId).flatMap(covers -> covers.find(sha256)).orElseThrow(NotFoundException::new);
        return Response.ok(jpeg, "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, LASTING)
                .build();
    }

    private LiveParty party() {
        parties.countChange(sources.of(request).address(), System.nanoTime());
        LiveParty party =
                parties.find(sessionId).filter(found -> settings.enabled()).orElseThrow(PartyCoverResource::over);
        Bearer.requireSecret(party, new Exchange(request, response, sources));
        return party;
    }

    private Response keep(LiveParty party) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(PartyCovers.MOST_BYTES + 1);
        if (sent.length > PartyCovers.MOST_BYTES) {
            throw new Problem(413, "A cover has at most 512 KiB.");
        }
        String sha256 = kept(parties.covers(party.id()).orElseThrow(PartyCoverResource::over), sent);
        String json = Json.createObjectBuilder()
                .add("coverUrl", "/api/party/" + party.id() + "/covers/" + sha256 + ".jpg")
                .build()
                .toString();
        return open(Response.ok(json, "application/json")).build();
    }

    private static Problem over() {
        return new Problem(404, "There is no such party, or it is over.");
    }

    private static String kept(PartyCovers covers, byte[] sent) {
        try {
            return WORK.run(() -> {
                try {
                    return covers.keep(sent);
                } catch (FileRefused refused) {
                    throw new Problem(UNPROCESSABLE, "This is no PNG, JPEG, GIF or WebP of a sensible size.");
                }
            });
        } catch (TooBusyException busy) {
            throw new Problem(busy.status(), "Too many covers are being sent.")
                    .with("Retry-After", Long.toString(busy.retryAfterSeconds()));
        }
    }

    private Response answer(Problem problem) {
        ResponseBuilder answer = Response.status(problem.status())
                .type("application/problem+json")
                .entity(problem.json());
        problem.headers().forEach(answer::header);
        return open(answer).build();
    }

    private ResponseBuilder open(ResponseBuilder answer) {
        answer.header(HttpHeaders.VARY, "Origin");
        return homes.include(origin) ? answer.header("Access-Control-Allow-Origin", origin) : answer;
    }
}
