package app.tutti.party.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.party.control.HttpPublisher;
import app.tutti.party.control.LiveParty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Optional;

/** A program that publishes. */
@RequestScoped
@CrossOrigin
@Path("/api/party/{sessionId}/whip/{id}")
@Needs(Role.ANONYMOUS)
public class WhipSessionResource extends SignallingSession {
    @Override
    Optional<HttpPublisher> peer(LiveParty party, String id) {
        Bearer.require(party, headers);
        return party.httpPeer(HttpPublisher.class, id);
    }
}
