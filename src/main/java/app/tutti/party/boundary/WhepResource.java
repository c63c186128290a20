package app.tutti.party.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.party.control.HttpListener;
import app.tutti.party.control.HttpPeer;
import app.tutti.party.control.LiveParty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;

/** Players that listen to a party (draft-ietf-wish-whep-03). Who knows its link may. */
@RequestScoped
@CrossOrigin
@Path("/api/party/{sessionId}/whep")
@Needs(Role.ANONYMOUS)
public class WhepResource extends SignallingEndpoint {
    @Override
    HttpPeer begin(LiveParty party, Supplier<String> offer) {
        return HttpListener.join(party, settings, offer.get());
    }
}
