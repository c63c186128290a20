package app.tutti.catalog.playlists.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.playlists.control.M3uMatch;
import app.tutti.catalog.playlists.control.PlaylistChanges;
import app.tutti.catalog.playlists.control.Playlists;
import app.tutti.catalog.playlists.entity.AddedEntries;
import app.tutti.catalog.playlists.entity.Imported;
import app.tutti.catalog.playlists.entity.ListName;
import app.tutti.catalog.playlists.entity.ListRefused;
import app.tutti.catalog.playlists.entity.M3u;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import app.tutti.web.boundary.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Playlists for the page's scripts and for programs. */
@RequestScoped
@Path("/api/playlists")
@Needs(Role.MEMBER)
@Produces("application/json")
public class PlaylistsResource {
    private static final int UNPROCESSABLE = 422;
    private static final int MISSING_SHOWN = 500;
    private static final String ENTRY = "{id: \\d{1,18}}/entries/{entry: \\d{1,18}}";

    @Inject
    Caller caller;

    @Inject
    Playlists playlists;

    @Inject
    PlaylistChanges changes;

    @Inject
    M3uMatch matches;

    /** @param tracks how many of which a list holds already is told as {@code holds} */
    @GET
    public String own(@QueryParam("track") List<Long> tracks) {
        Map<Long, Long> holding = tracks.isEmpty() ? Map.of() : playlists.holding(tracks, owner());
        JsonArrayBuilder lists = Json.createArrayBuilder();
        for (PlaylistCard list : playlists.of(owner())) {
            lists.add(Json.createObjectBuilder()
                    .add("id", list.id())
                    .add("name", list.name())
                    .add("entries", list.entries())
                    .add("holds", holding.getOrDefault(list.id(), 0L)));
        }
        return lists.build().toString();
    }

    @POST
    @Consumes("application/json")
    public Response create(InputStream body) throws IOException {
        JsonBody sent = JsonBody.read(body);
        ListName name = name(sent.text("name"));
        List<Long> tracks = sent.numbers("tracks");
        long id = changes.create(owner(), name, tracks);
        return created(id, Json.createObjectBuilder().add("id", id));
    }

    @POST
    @Path("{id: \\d{1,18}}/entries")
    @Consumes("application/json")
    public String add(@PathParam("id") long id, InputStream body) throws IOException {
        List<Long> tracks = JsonBody.read(body).numbers("tracks");
        AddedEntries added = changes.add(owner(), id, tracks);
        return Json.createObjectBuilder()
                .add("version", added.version())
                .add("entries", Json.createArrayBuilder(added.entries()))
                .build()
                .toString();
    }

    /** Takes back what was added a moment ago. */
    @DELETE
    @Path("{id: \\d{1,18}}/entries")
    public void takeBack(@PathParam("id") long id, @QueryParam("entry") List<Long> entries) {
        changes.takeBack(owner(), id, entries);
    }

    @PUT
    @Path(ENTRY)
    @Consumes("application/json")
    public String move(@PathParam("id") long id, @PathParam("entry") long entry, InputStream body) throws IOException {
        JsonBody sent = JsonBody.read(body);
        long version = sent.number("version");
        int place = (int) Math.clamp(sent.number("place"), 0, PlaylistChanges.MOST_ENTRIES);
        changes.move(owner(), id, version, entry, place);
        return next(version);
    }

    @DELETE
    @Path(ENTRY)
    public String remove(
            @PathParam("id") long id, @PathParam("entry") long entry, @QueryParam("version") long version) {
        changes.remove(owner(), id, version, entry);
        return next(version);
    }

    /** Sent as it is, not as a form: see {@link JsonBody}. */
    @POST
    @Path("imports")
    @Consumes({"application/vnd.apple.mpegurl", "audio/x-mpegurl"})
    public Response bring(@QueryParam("name") String fileName, InputStream body) throws IOException {
        M3u file = m3u(JsonBody.read(body, M3u.LARGEST_BYTES));
        Imported imported = matches.find(file);
        JsonObjectBuilder report = report(imported);
        if (imported.found().isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(report.build().toString())
                    .build();
        }
        ListName name = ListName.cut(file.name().isEmpty() ? withoutSuffix(fileName) : file.name(), "M3U");
        long id = changes.create(owner(), name, imported.found());
        return created(id, report);
    }

    private static M3u m3u(byte[] file) {
        try {
            return M3u.read(file);
        } catch (IllegalArgumentException tooLong) {
            throw new ListRefused(ListRefused.Reason.FULL);
        }
    }

    private static JsonObjectBuilder report(Imported imported) {
        JsonArrayBuilder missing = Json.createArrayBuilder();
        imported.missing().stream().limit(MISSING_SHOWN).forEach(missing::add);
        return Json.createObjectBuilder()
                .add("found", imported.found().size())
                .add("notFound", imported.missing().size())
                .add("missing", missing);
    }

    private static String withoutSuffix(String fileName) {
        return fileName == null ? "" : fileName.replaceFirst("(?i)\\.m3u8?$", "");
    }

    private static ListName name(String typed) {
        try {
            return ListName.of(typed);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequestException(wrong);
        }
    }

    private static Response created(long id, JsonObjectBuilder body) {
        return Response.created(URI.create("/playlists/" + id))
                .entity(body.build().toString())
                .build();
    }

    private static String next(long version) {
        return Json.createObjectBuilder().add("version", version + 1).build().toString();
    }

    private Owner owner() {
        return Owner.of(caller.identity());
    }
}
