package app.tutti.party.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.party.control.HttpListener;
import app.tutti.party.control.LiveParty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Optional;

/** A player that listens. Its address is what proves who it is. */
@RequestScoped
@CrossOrigin
@Path("/api/party/{sessionId}/whep/{id}")
@Needs(Role.ANONYMOUS)
public class WhepSessionResource extends SignallingSession {
    @Override
    Optional<HttpListener> peer(LiveParty party, String id) {
        return party.httpPeer(HttpListener.class, id);
    }
}
