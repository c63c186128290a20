package app.tutti.platform.web;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.playlists.control.Plays;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.scan.control.Scanner;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartySettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The first page; it gathers from the features, so it lives here. */
@Controller
@RequestScoped
@Path("/")
@Needs(Role.GUEST)
public class HomeController {
    private static final int RECENT = 12;
    private static final int CONTINUED = 6;

    @Inject
    Catalogue catalogue;

    @Inject
    Plays plays;

    @Inject
    Caller caller;

    @Inject
    Scanner scanner;

    @Inject
    Parties parties;

    @Inject
    PartySettings partySettings;

    @Inject
    Models models;

    @GET
    public String home() {
        models.put("releases", catalogue.recentReleases(RECENT));
        models.put("continued", continued());
        models.put("live", partySettings.enabled() ? parties.listed() : List.of());
        models.put("scan", scanner.progress());
        return "platform/home.html";
    }

    /** Who only visits has heard nothing here. */
    private List<ReleaseCard> continued() {
        return caller.isMember()
                ? catalogue.releases(plays.recentReleases(Owner.of(caller.identity()), CONTINUED))
                : List.of();
    }
}
