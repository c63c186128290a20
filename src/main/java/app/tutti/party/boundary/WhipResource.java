package app.tutti.party.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.party.control.HttpPeer;
import app.tutti.party.control.HttpPublisher;
import app.tutti.party.control.LiveParty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;

/** Programs that publish a party's sound in place of its host's page (RFC 9725). */
@RequestScoped
@CrossOrigin
@Path("/api/party/{sessionId}/whip")
@Needs(Role.ANONYMOUS)
public class WhipResource extends SignallingEndpoint {
    @Override
    HttpPeer begin(LiveParty party, Supplier<String> offer) {
        Bearer.require(party, headers);
        return HttpPublisher.publish(party, offer.get());
    }
}
