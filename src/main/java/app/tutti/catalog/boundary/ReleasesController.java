package app.tutti.catalog.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Catalogue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Controller
@RequestScoped
@Path("/releases")
@Needs(Role.GUEST)
public class ReleasesController {
    @Inject
    Catalogue catalogue;

    @Inject
    Models models;

    @GET
    public String all() {
        models.put("releases", catalogue.releases());
        return "catalog/releases.html";
    }

    @GET
    @Path("{id: \\d{1,18}}")
    public String one(@PathParam("id") long id) {
        models.put("release", catalogue.release(id).orElseThrow(NotFoundException::new));
        return "catalog/release.html";
    }
}
