package app.tutti.catalog.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Catalogue;
import app.tutti.catalog.control.MusicFolders;
import app.tutti.catalog.entity.Track;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;

/** A track's file, whole or a part of it (RFC 9110 §14). */
@RequestScoped
@Path("/api/tracks/{id: \\d{1,18}}/audio")
@Needs(Role.MEMBER)
public class AudioResource {
    @Inject
    Catalogue catalogue;

    @Inject
    MusicFolders folders;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @GET
    public Response audio(@PathParam("id") long id) {
        return answer(id, headers.getHeaderString("Range"));
    }

    /** RFC 9110 §14.2: ranges are for GET alone. */
    @HEAD
    public Response head(@PathParam("id") long id) {
        return answer(id, null);
    }

    private Response answer(long id, String range) {
        Track track =
                catalogue.track(id).filter(known -> folders.hold(known.path())).orElseThrow(NotFoundException::new);
        try {
            FileVersion version = FileVersion.of(track.path());
            return version.unlessWanted(request, headers)
                    .orElseGet(() -> content(track, version, range))
                    .header("Accept-Ranges", "bytes")
                    .tag(version.entityTag())
                    .lastModified(version.lastModified())
                    .build();
        } catch (IOException gone) {
            throw new NotFoundException(gone);
        }
    }

    private ResponseBuilder content(Track track, FileVersion version, String range) {
        String wanted = version.continues(headers.getHeaderString("If-Range")) ? range : null;
        long size = version.size();
        return switch (ByteRange.of(wanted, size)) {
            case ByteRange.Whole whole -> bytes(Response.ok(), track, 0, size);
            case ByteRange.Part part ->
                bytes(Response.status(Response.Status.PARTIAL_CONTENT), track, part.first(), part.length())
                        .header("Content-Range", part.contentRange(size));
            case ByteRange.Unsatisfiable none ->
                Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header("Content-Range", none.contentRange(size));
        };
    }

    private static ResponseBuilder bytes(ResponseBuilder response, Track track, long first, long length) {
        return response.type(track.format().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .entity(new FileSlice(track.path(), first, length));
    }
}
