package app.tutti.party.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.party.control.StatusBoard;
import app.tutti.party.entity.PartyCard;
import app.tutti.party.entity.PartyStatus;
import app.tutti.party.entity.PartyTrack;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** How the parties are, for programs. It answers where parties are off, too: that is what it says first. */
@RequestScoped
@Path("/api/party/status")
@Needs(Role.ANONYMOUS)
public class PartyStatusResource {
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @Inject
    StatusBoard board;

    @GET
    @Produces("application/json")
    public String status() {
        PartyStatus status = board.status(System.nanoTime());
        JsonArrayBuilder sessions = JSON.createArrayBuilder();
        status.sessions().forEach(session -> sessions.add(json(session)));
        return JSON.createObjectBuilder()
                .add("enabled", status.enabled())
                .add("role", status.role())
                .add("live", status.live())
                .add("listeners", status.listeners())
                .add("sessions", sessions)
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(PartyCard session) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("sessionId", session.id().toString())
                .add("name", session.name())
                .add("listenerCount", session.listeners())
                .add("startedAt", session.startedAt().toEpochMilli());
        session.track().ifPresent(track -> json.add("track", json(track)));
        return json;
    }

    private static JsonObjectBuilder json(PartyTrack track) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", track.id())
                .add("title", track.title())
                .add("artist", track.artist())
                .add("release", track.release())
                .add("durationSec", track.durationSec());
        track.coverUrl().ifPresent(url -> json.add("coverUrl", url));
        return json;
    }
}
