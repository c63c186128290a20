package app.tutti.catalog.library.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.library.control.Tracks;
import app.tutti.web.boundary.QueryNumbers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

@Controller
@RequestScoped
@Path("/tracks")
@Needs(Role.GUEST)
public class TracksController {
    @Inject
    Tracks tracks;

    @Inject
    Models models;

    @GET
    public String all(@QueryParam("sort") String sort, @QueryParam("page") String page) {
        boolean added = "added".equals(sort);
        models.put("sort", added ? "added" : "title");
        models.put("tracks", tracks.page(added ? Tracks.Sort.ADDED : Tracks.Sort.TITLE, QueryNumbers.page(page)));
        return "catalog/tracks.html";
    }
}
