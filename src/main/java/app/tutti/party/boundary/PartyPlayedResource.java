package app.tutti.party.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.PastParties;
import app.tutti.party.entity.PlayedTrack;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a party that is over has played, for who has its link and comes late. One with a password tells nothing. */
@RequestScoped
@Path("/api/party/{sessionId: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}/played")
@Needs(Role.ANONYMOUS)
public class PartyPlayedResource {
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @Inject
    PastParties parties;

    @GET
    @Produces("application/json")
    public String played(@PathParam("sessionId") UUID id) {
        List<PlayedTrack> tracks = parties.told(id).orElseThrow(NotFoundException::new);
        JsonArrayBuilder played = JSON.createArrayBuilder();
        tracks.forEach(track -> played.add(
                JSON.createObjectBuilder().add("title", track.getTitle()).add("artist", track.getArtist())));
        return JSON.createObjectBuilder().add("played", played).build().toString();
    }
}
