package app.tutti.catalog.playlists.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.playlists.control.PlaylistPaths;
import app.tutti.catalog.playlists.control.Playlists;
import app.tutti.catalog.playlists.entity.Owner;
import app.tutti.catalog.playlists.entity.PlaylistCard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A playlist for other programs. */
@RequestScoped
@Path("/api/playlists/{id: \\d{1,18}}/m3u8")
@Needs(Role.MEMBER)
public class PlaylistFile {
    @PathParam("id")
    long id;

    @Inject
    Caller caller;

    @Inject
    Playlists playlists;

    @Inject
    PlaylistPaths paths;

    @GET
    public Response file() {
        PlaylistCard list = playlists.find(id, Owner.of(caller.identity())).orElseThrow(NotFoundException::new);
        return Response.ok(paths.m3u8(list), "application/vnd.apple.mpegurl; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(list.name() + ".m3u8"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** RFC 6266 §4.3, RFC 8187. */
    private static String disposition(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"playlist.m3u8\"; filename*=UTF-8''" + encoded;
    }
}
