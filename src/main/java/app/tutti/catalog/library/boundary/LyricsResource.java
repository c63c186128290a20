package app.tutti.catalog.library.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.library.control.Tracks;
import app.tutti.catalog.library.entity.Lyrics;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The words of a track, line by line. */
@RequestScoped
@Path("/api/tracks/{id: \\d{1,18}}/lyrics")
@Needs(Role.MEMBER)
public class LyricsResource {
    @Inject
    Tracks tracks;

    @GET
    @Produces("application/json")
    public String lyrics(@PathParam("id") long id) {
        Lyrics lyrics = tracks.lyrics(id).orElseThrow(NotFoundException::new);
        JsonArrayBuilder lines = Json.createArrayBuilder();
        lyrics.lines().forEach(line -> lines.add(json(line)));
        return Json.createObjectBuilder()
                .add("synced", lyrics.synced())
                .add("lines", lines)
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(Lyrics.Line line) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("text", line.text());
        return line.at() == null ? json : json.add("at", line.at());
    }
}
