package app.tutti.catalog.playlists.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.playlists.control.Favourites;
import app.tutti.catalog.playlists.control.ListedTracks;
import app.tutti.catalog.playlists.entity.FavouriteKind;
import app.tutti.catalog.playlists.entity.ListRefused;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.web.entity.ReturnPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What somebody likes, on one page; and hearts without scripts. */
@Controller
@RequestScoped
@Path("/favourites")
@Needs(Role.MEMBER)
public class FavouritesController {
    private static final int TRACKS = 500;
    private static final int CARDS = 100;

    @Inject
    Caller caller;

    @Inject
    Favourites favourites;

    @Inject
    ListedTracks songs;

    @Inject
    Catalogue catalogue;

    @Inject
    Models models;

    @GET
    public String page() {
        models.put("songs", songs.favourites(owner(), TRACKS));
        models.put("releases", catalogue.releases(favourites.ids(FavouriteKind.RELEASE, owner(), CARDS)));
        models.put("artists", catalogue.artists(favourites.ids(FavouriteKind.ARTIST, owner(), CARDS)));
        return "catalog/favourites.html";
    }

    @POST
    public Response heart(
            @FormParam("kind") String kind,
            @FormParam("id") long id,
            @FormParam("on") boolean on,
            @FormParam("to") String to) {
        FavouriteKind known = FavouriteKind.of(kind).orElseThrow(NotFoundException::new);
        try {
            set(known, id, on);
        } catch (ListRefused missing) {
            return Response.status(ListRefusedMapper.status(missing.reason())).build();
        }
        return Response.seeOther(URI.create(ReturnPath.of(to).value())).build();
    }

    private void set(FavouriteKind kind, long id, boolean on) {
        if (on) {
            favourites.add(kind, owner(), id);
        } else {
            favourites.remove(kind, owner(), id);
        }
    }

    private Owner owner() {
        return Owner.of(caller.identity());
    }
}
