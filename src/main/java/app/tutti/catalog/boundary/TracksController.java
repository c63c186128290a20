package app.tutti.catalog.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Tracks;
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
        models.put("tracks", tracks.page(added ? Tracks.Sort.ADDED : Tracks.Sort.TITLE, Numbers.page(page)));
        return "catalog/tracks.html";
    }
}
