package app.tutti.platform.web;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Catalogue;
import app.tutti.catalog.control.Scanner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The first page; it gathers from the features, so it lives here. */
@Controller
@RequestScoped
@Path("/")
@Needs(Role.GUEST)
public class HomeController {
    private static final int RECENT = 12;

    @Inject
    Catalogue catalogue;

    @Inject
    Scanner scanner;

    @Inject
    Models models;

    @GET
    public String home() {
        models.put("releases", catalogue.recentReleases(RECENT));
        models.put("scan", scanner.progress());
        return "platform/home.html";
    }
}
