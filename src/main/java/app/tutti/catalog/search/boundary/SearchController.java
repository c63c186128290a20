package app.tutti.catalog.search.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.playlists.control.Playlists;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import app.tutti.catalog.search.control.Search;
import app.tutti.catalog.search.entity.SearchText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** A page of its own, and as somebody types the frame in it alone: with {@code glance} the first few of each. */
@Controller
@RequestScoped
@Path("/search")
@Needs(Role.GUEST)
public class SearchController {
    private static final int A_PAGE = 12;
    private static final int A_GLANCE = 3;

    @Inject
    Search search;

    @Inject
    Models models;

    @Inject
    Playlists playlists;

    @Inject
    Caller caller;

    @GET
    public String search(@QueryParam("q") String typed, @QueryParam("glance") String glance) {
        SearchText text = new SearchText(typed);
        models.put("text", text);
        models.put("glance", glance != null);
        models.put("playlists", playlists(text, glance == null ? A_PAGE : A_GLANCE));
        models.put("found", search.find(text, glance == null ? Search.Most.OF_A_PAGE : Search.Most.OF_A_GLANCE));
        return glance == null ? "catalog/search.html" : "catalog/glance.html";
    }

    private List<PlaylistCard> playlists(SearchText text, int most) {
        return caller.isMember() ? playlists.named(search.words(text), Owner.of(caller.identity()), most) : List.of();
    }
}
