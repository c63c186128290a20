package app.tutti.catalog.boundary;

import app.tutti.account.control.Caller;
import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Plays;
import app.tutti.catalog.entity.Owner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;

/** A player tells that half of a track, or four minutes, were heard. */
@RequestScoped
@Path("/api/plays")
@Needs(Role.MEMBER)
public class PlaysResource {
    @Inject
    Caller caller;

    @Inject
    Plays plays;

    @Inject
    Change change;

    @POST
    @Consumes("application/json")
    public void count(InputStream body) throws IOException {
        long track = JsonBody.read(body).number("track");
        change.run(() -> plays.count(Owner.of(caller.identity()), track));
    }
}
