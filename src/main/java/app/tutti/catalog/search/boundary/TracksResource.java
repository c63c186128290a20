package app.tutti.catalog.search.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.library.control.Tracks;
import app.tutti.catalog.playlists.boundary.TrackJson;
import app.tutti.catalog.search.control.Search;
import app.tutti.catalog.search.entity.SearchText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** Tracks for programs, and for those who ask a party's host for one. */
@RequestScoped
@Path("/api/tracks")
@Needs(Role.GUEST)
@Produces("application/json")
public class TracksResource {
    private static final Search.Most A_FEW = new Search.Most(0, 0, 10);

    @Inject
    Tracks tracks;

    @Inject
    Search search;

    /** Those that are found by what was typed, the best first. */
    @GET
    public String found(@QueryParam("q") String typed) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        search.find(new SearchText(typed), A_FEW).tracks().forEach(track -> found.add(TrackJson.of(track)));
        return Json.createObjectBuilder().add("tracks", found).build().toString();
    }

    @GET
    @Path("{id: \\d{1,18}}")
    public String one(@PathParam("id") long id) {
        return TrackJson.of(tracks.one(id).orElseThrow(NotFoundException::new))
                .build()
                .toString();
    }
}
