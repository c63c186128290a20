package app.tutti.catalog.library.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.library.control.Catalogue;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

@Controller
@RequestScoped
@Path("/releases")
@Needs(Role.GUEST)
public class ReleasesController {
    @Inject
    Catalogue catalogue;

    @Inject
    Releases releases;

    @Inject
    Models models;

    @Context
    UriInfo address;

    @GET
    public String all() {
        MultivaluedMap<String, String> query = address.getQueryParameters();
        ReleaseFilter filter = ReleaseFilter.of(
                query.getFirst("sort"),
                QueryNumbers.id(query.getFirst("genre")),
                query.getFirst("year"),
                query.getFirst("format"),
                QueryNumbers.id(query.getFirst("artist")),
                QueryNumbers.id(query.getFirst("with")));
        models.put("filter", filter);
        models.put("choices", releases.choices());
        models.put("releases", releases.page(filter, QueryNumbers.page(query.getFirst("page"))));
        Long artist = filter.artist() == null ? filter.with() : filter.artist();
        models.put("artist", artist == null ? null : catalogue.artist(artist).orElse(null));
        return "catalog/releases.html";
    }

    @GET
    @Path("{id: \\d{1,18}}")
    public String one(@PathParam("id") long id) {
        models.put("release", catalogue.release(id).orElseThrow(NotFoundException::new));
        return "catalog/release.html";
    }
}
