package app.tutti.catalog.audio.boundary;

import app.tutti.account.access.control.OpenConnections;
import app.tutti.account.access.entity.AuthenticatedSession;
import app.tutti.catalog.files.boundary.FileSlice;
import app.tutti.catalog.files.boundary.FileSlice.Disguise;
import app.tutti.catalog.files.entity.AudioFormat;
import app.tutti.web.boundary.ClientConnection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody gets who asks for a track, or for a part of it (RFC 9110 §14).
 *
 * @param range the header, as far as it counts; may be null
 * @param connection the client's, if it matters to know that they hang up and can be known
 */
public record AudioAnswer(
        FileVersion version,
        AudioFormat format,
        boolean headOnly,
        String range,
        Optional<ClientConnection> connection,
        OpenConnections heldOpen,
        Optional<AuthenticatedSession> claim) {

    Response of(Path file) throws IOException {
        List<Disguise> disguises = version.hasNoPictures() ? EmbeddedPictures.in(file, format) : List.of();
        return with(content(new FileSlice(file, 0, Files.size(file), disguises)));
    }

    Response with(ResponseBuilder response) {
        return response.header("Accept-Ranges", "bytes")
                .tag(version.entityTag())
                .lastModified(version.lastModified())
                .build();
    }

    private ResponseBuilder content(FileSlice whole) {
        long size = whole.length();
        return switch (ByteRange.of(range, size)) {
            case ByteRange.Whole all -> bytes(Response.ok(), whole);
            case ByteRange.Part part ->
                bytes(Response.status(Response.Status.PARTIAL_CONTENT), whole.part(part.first(), part.length()))
                        .header("Content-Range", part.contentRange(size));
            case ByteRange.Unsatisfiable none ->
                Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header("Content-Range", none.contentRange(size));
        };
    }

    private ResponseBuilder bytes(ResponseBuilder response, FileSlice slice) {
        ResponseBuilder head = response.type(format.mediaType()).header(HttpHeaders.CONTENT_LENGTH, slice.length());
        return headOnly ? head : head.entity(new RevocableStream(slice, heldOpen, claim));
    }
}
