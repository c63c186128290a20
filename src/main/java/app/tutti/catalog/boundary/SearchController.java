package app.tutti.catalog.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Search;
import app.tutti.catalog.entity.SearchText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** A page of its own, and as somebody types the frame in it alone: with {@code glance} the first few of each. */
@Controller
@RequestScoped
@Path("/search")
@Needs(Role.GUEST)
public class SearchController {
    @Inject
    Search search;

    @Inject
    Models models;

    @GET
    public String search(@QueryParam("q") String typed, @QueryParam("glance") String glance) {
        SearchText text = new SearchText(typed);
        models.put("text", text);
        models.put("glance", glance != null);
        models.put("found", search.find(text, glance == null ? Search.Most.OF_A_PAGE : Search.Most.OF_A_GLANCE));
        return glance == null ? "catalog/search.html" : "catalog/glance.html";
    }
}
