package app.tutti.catalog.library.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.library.control.Genres;
import app.tutti.catalog.library.control.Releases;
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
@Path("/genres")
@Needs(Role.GUEST)
public class GenresController {
    @Inject
    Genres genres;

    @Inject
    Releases releases;

    @Inject
    Models models;

    @GET
    public String all(@QueryParam("page") String page) {
        models.put("genres", genres.page(QueryNumbers.page(page)));
        return "catalog/genres.html";
    }

    @GET
    @Path("{id: \\d{1,18}}")
    public String one(@PathParam("id") long id, @QueryParam("page") String page) {
        models.put("genre", genres.find(id).orElseThrow(NotFoundException::new));
        models.put("releases", releases.page(ReleaseFilter.ofGenre(id), QueryNumbers.page(page)));
        return "catalog/genre.html";
    }
}
