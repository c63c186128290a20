package app.tutti.catalog.playlists.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.playlists.control.ListedTracks;
import app.tutti.catalog.playlists.control.PlaylistChanges;
import app.tutti.catalog.playlists.control.Playlists;
import app.tutti.catalog.playlists.entity.ListName;
import app.tutti.catalog.playlists.entity.ListRefused;
import app.tutti.catalog.playlists.entity.ListRefused.Reason;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import app.tutti.catalog.playlists.entity.SmartList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Playlists to look at and to put into order, also without scripts. Somebody else's that is not shared is not there. */
@Controller
@RequestScoped
@Path("/playlists")
@Needs(Role.MEMBER)
public class PlaylistsController {
    private static final int UNPROCESSABLE = 422;
    private static final String ID = "{id: \\d{1,18}}";

    @Inject
    Caller caller;

    @Inject
    Playlists playlists;

    @Inject
    PlaylistChanges changes;

    @Inject
    ListedTracks songs;

    @Inject
    Models models;

    @GET
    public Response all(@QueryParam("deleted") long deleted) {
        models.put("deleted", playlists.findDeleted(deleted, owner()).orElse(null));
        return overview(200, "");
    }

    @POST
    public Response create(@FormParam("name") String typed) {
        try {
            ListName name = ListName.of(typed);
            return to(changes.create(owner(), name, List.of()), 1);
        } catch (IllegalArgumentException noName) {
            return overview(UNPROCESSABLE, "name");
        } catch (ListRefused tooMany) {
            return overview(UNPROCESSABLE, "many");
        }
    }

    @GET
    @Path("smart/{list}")
    public String smart(@PathParam("list") String name) {
        SmartList list = SmartList.of(name).orElseThrow(NotFoundException::new);
        models.put("list", list.text());
        models.put("songs", songs.of(list, owner()));
        return "catalog/smart-list.html";
    }

    @GET
    @Path(ID)
    public Response one(@PathParam("id") long id, @QueryParam("page") @DefaultValue("1") int page) {
        return page(200, id, page, "");
    }

    @POST
    @Path(ID)
    public Response call(
            @PathParam("id") long id,
            @FormParam("version") long version,
            @FormParam("name") String typed,
            @FormParam("shared") boolean shared) {
        try {
            ListName name = ListName.of(typed);
            return changed(id, 1, () -> changes.call(owner(), id, version, name, shared));
        } catch (IllegalArgumentException noName) {
            return page(UNPROCESSABLE, id, 1, "name");
        }
    }

    /** @param place empty to take the entry out */
    @POST
    @Path(ID + "/entries")
    public Response arrange(
            @PathParam("id") long id,
            @FormParam("version") long version,
            @FormParam("entry") long entry,
            @FormParam("place") Integer place,
            @FormParam("page") @DefaultValue("1") int page) {
        return changed(id, page, () -> {
            if (place == null) {
                changes.remove(owner(), id, version, entry);
            } else {
                changes.move(owner(), id, version, entry, Math.max(0, place));
            }
        });
    }

    @POST
    @Path(ID + "/removal")
    public Response delete(@PathParam("id") long id) {
        Response done = changed(id, 1, () -> changes.delete(owner(), id));
        return done.getStatus() == 303
                ? Response.seeOther(URI.create("/playlists?deleted=" + id)).build()
                : done;
    }

    @POST
    @Path(ID + "/restoration")
    public Response restore(@PathParam("id") long id) {
        return changed(id, 1, () -> changes.restore(owner(), id));
    }

    private Response changed(long id, int page, Runnable wish) {
        try {
            wish.run();
            return to(id, page);
        } catch (ListRefused refused) {
            if (refused.reason() == Reason.CHANGED) {
                return page(409, id, page, "changed");
            }
            throw new NotFoundException(refused);
        }
    }

    private Response overview(int status, String problem) {
        models.put("problem", problem);
        models.put("own", playlists.of(owner()));
        models.put("others", playlists.ofOthers(owner()));
        return Response.status(status).entity("catalog/playlists.html").build();
    }

    private Response page(int status, long id, int wanted, String problem) {
        PlaylistCard list = playlists.find(id, owner()).orElseThrow(NotFoundException::new);
        int page = Math.clamp(wanted, 1, list.pages());
        models.put("problem", problem);
        models.put("list", list);
        models.put("page", page);
        models.put("first", (page - 1) * PlaylistCard.PAGE);
        models.put("songs", songs.ofPlaylist(id, owner(), page));
        return Response.status(status).entity("catalog/playlist.html").build();
    }

    private static Response to(long id, int page) {
        return Response.seeOther(URI.create("/playlists/" + id + (page > 1 ? "?page=" + page : "")))
                .build();
    }

    private Owner owner() {
        return Owner.of(caller.identity());
    }
}
