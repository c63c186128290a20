package app.tutti.catalog.boundary;

import app.tutti.account.control.Caller;
import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Favourites;
import app.tutti.catalog.entity.FavouriteKind;
import app.tutti.catalog.entity.Owner;
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

    @Inject
    Change change;

    @PUT
    public void add() {
        change.run(() -> favourites.add(kind(), Owner.of(caller.identity()), id));
    }

    @DELETE
    public void remove() {
        change.run(() -> favourites.remove(kind(), Owner.of(caller.identity()), id));
    }

    private FavouriteKind kind() {
        return FavouriteKind.of(kind).orElseThrow(NotFoundException::new);
    }
}
