package app.tutti.catalog.playlists.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.playlists.control.Queues;
import app.tutti.catalog.playlists.entity.KeptQueue;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlayQueue;
import app.tutti.web.boundary.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** What somebody was listening to, for their other devices. */
@RequestScoped
@Path("/api/queue")
@Needs(Role.MEMBER)
public class QueueResource {
    @Inject
    Caller caller;

    @Inject
    Queues queues;

    /** 204 when none was kept. */
    @GET
    @Produces("application/json")
    public Response queue() {
        return queues.find(owner())
                .map(queue -> Response.ok(json(queue)))
                .orElse(Response.noContent())
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @PUT
    @Consumes("application/json")
    public void keep(InputStream body) throws IOException {
        PlayQueue queue = queue(JsonBody.read(body));
        queues.keep(owner(), queue);
    }

    private static PlayQueue queue(JsonBody sent) {
        try {
            return new PlayQueue(
                    sent.numbers("tracks"),
                    Math.toIntExact(sent.number("index")),
                    sent.real("position"),
                    sent.flag("shuffle"),
                    sent.text("repeat"));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new BadRequestException(wrong);
        }
    }

    private static String json(KeptQueue queue) {
        JsonArrayBuilder tracks = Json.createArrayBuilder();
        queue.songs().forEach(song -> tracks.add(TrackJson.of(song)));
        return Json.createObjectBuilder()
                .add("tracks", tracks)
                .add("index", queue.index())
                .add("position", queue.position())
                .add("shuffle", queue.shuffle())
                .add("repeat", queue.repeat())
                .add("changed", queue.changed().toString())
                .build()
                .toString();
    }

    private Owner owner() {
        return Owner.of(caller.identity());
    }
}
