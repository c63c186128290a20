package app.tutti.catalog.playlists.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.playlists.control.Favourites;
import app.tutti.catalog.playlists.entity.FavouriteKind;
import app.tutti.catalog.playlists.entity.Owner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Hearts. No page elsewhere can put or delete here without being asked first (CORS), so it needs no token of a form. */
@RequestScoped
@Path("/api/favourites/{kind}/{id: \\d{1,18}}")
@Needs(Role.MEMBER)
public class FavouritesResource {
    @PathParam("kind")
    String kind;

    @PathParam("id")
    long id;

    @Inject
    Caller caller;

    @Inject
    Favourites favourites;

    @PUT
    public void add() {
        favourites.add(kind(), Owner.of(caller.identity()), id);
    }

    @DELETE
    public void remove() {
        favourites.remove(kind(), Owner.of(caller.identity()), id);
    }

    private FavouriteKind kind() {
        return FavouriteKind.of(kind).orElseThrow(NotFoundException::new);
    }
}
