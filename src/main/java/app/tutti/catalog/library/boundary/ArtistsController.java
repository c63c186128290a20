package app.tutti.catalog.library.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.library.control.Artists;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.library.control.Releases;
import app.tutti.catalog.library.control.Tracks;
import app.tutti.catalog.library.entity.ReleaseFilter;
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

@Controller
@RequestScoped
@Path("/artists")
@Needs(Role.GUEST)
public class ArtistsController {
    private static final int RELEASES = 30;
    private static final int APPEARANCES = 12;
    private static final int TRACKS = 20;

    @Inject
    Catalogue catalogue;

    @Inject
    Artists artists;

    @Inject
    Releases releases;

    @Inject
    Tracks tracks;

    @Inject
    Models models;

    @GET
    public String all(@QueryParam("letter") String letter, @QueryParam("page") String page) {
        models.put("letters", artists.letters());
        models.put("letter", letter == null ? "" : letter);
        models.put("artists", artists.page(letter, QueryNumbers.page(page)));
        return "catalog/artists.html";
    }

    @GET
    @Path("{id: \\d{1,18}}")
    public String one(@PathParam("id") long id) {
        models.put("artist", catalogue.artist(id).orElseThrow(NotFoundException::new));
        models.put("releases", releases.page(ReleaseFilter.ofArtist(id), 1, RELEASES));
        models.put("appearances", releases.page(ReleaseFilter.playedOnBy(id), 1, APPEARANCES));
        models.put("tracks", tracks.ofArtist(id, 1, TRACKS));
        return "catalog/artist.html";
    }

    @GET
    @Path("{id: \\d{1,18}}/tracks")
    public String tracks(@PathParam("id") long id, @QueryParam("page") String page) {
        models.put("artist", catalogue.artist(id).orElseThrow(NotFoundException::new));
        models.put("tracks", tracks.ofArtist(id, QueryNumbers.page(page)));
        return "catalog/artist-tracks.html";
    }
}
