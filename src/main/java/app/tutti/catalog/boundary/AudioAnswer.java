package app.tutti.catalog.boundary;

import app.tutti.account.control.HeldOpen;
import app.tutti.account.entity.Claim;
import app.tutti.catalog.entity.AudioFormat;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What somebody gets who asks for a track, or for a part of it (RFC 9110 §14).
 *
 * @param range the header, as far as it counts; may be null
 * @param connection the client's, if it matters to know that they hang up and can be known
 */
record AudioAnswer(
        FileVersion version,
        AudioFormat format,
        boolean headOnly,
        String range,
        Optional<ClientConnection> connection,
        HeldOpen heldOpen,
        Optional<Claim> claim) {

    Response of(Path file) throws IOException {
        return with(content(file, Files.size(file)));
    }

    Response with(ResponseBuilder response) {
        return response.header("Accept-Ranges", "bytes")
                .tag(version.entityTag())
                .lastModified(version.lastModified())
                .build();
    }

    private ResponseBuilder content(Path file, long size) {
        return switch (ByteRange.of(range, size)) {
            case ByteRange.Whole whole -> bytes(Response.ok(), file, 0, size);
            case ByteRange.Part part ->
                bytes(Response.status(Response.Status.PARTIAL_CONTENT), file, part.first(), part.length())
                        .header("Content-Range", part.contentRange(size));
            case ByteRange.Unsatisfiable none ->
                Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header("Content-Range", none.contentRange(size));
        };
    }

    private ResponseBuilder bytes(ResponseBuilder response, Path file, long first, long length) {
        ResponseBuilder head = response.type(format.mediaType()).header(HttpHeaders.CONTENT_LENGTH, length);
        return headOnly ? head : head.entity(new PersonsStream(new FileSlice(file, first, length), heldOpen, claim));
    }
}
