package app.tutti.catalog.playlists.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.playlists.control.Plays;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.web.boundary.JsonBody;
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

    @POST
    @Consumes("application/json")
    public void count(InputStream body) throws IOException {
        long track = JsonBody.read(body).number("track");
        plays.count(Owner.of(caller.identity()), track);
    }
}
