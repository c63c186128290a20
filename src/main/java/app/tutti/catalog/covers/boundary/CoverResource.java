package app.tutti.catalog.covers.boundary;

import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.catalog.covers.control.CoverFiles;
import app.tutti.catalog.covers.control.CoverSizes;
import app.tutti.catalog.files.boundary.FileSlice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.util.Optional;

/**
 * Covers, by the hash of what they show: whoever has been shown one has its address, and nobody can count them through.
 * With {@code .jpg} it is a JPEG; without, WebP for a browser that takes it, once there is one.
 */
@RequestScoped
@Path("/covers/{sha256: [0-9a-f]{64}}-{size: 96|320|640|full}{kind: (\\.jpg)?}")
@Needs(Role.ANONYMOUS)
public class CoverResource {
    /** RFC 8246: an address whose content never changes needs no second question. */
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    CoverFiles originals;

    @Inject
    CoverSizes sizes;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @PathParam("sha256")
    String sha256;

    @PathParam("size")
    String size;

    @PathParam("kind")
    String kind;

    @GET
    public Response cover() {
        if (isOriginal() || !kind.isEmpty()) {
            return jpeg().build();
        }
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT);
        Optional<java.nio.file.Path> webp = accepted != null && accepted.contains("image/webp")
                ? sizes.webp(sha256, Integer.parseInt(size))
                : Optional.empty();
        return webp.map(file -> answer(file, "webp"))
                .orElseGet(this::jpeg)
                // RFC 9110 §12.5.5: what one browser takes is not for all of them.
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private ResponseBuilder jpeg() {
        return answer(
                (isOriginal() ? originals.find(sha256) : sizes.jpeg(sha256, Integer.parseInt(size)))
                        .orElseThrow(NotFoundException::new),
                "jpeg");
    }

    private boolean isOriginal() {
        return size.equals("full");
    }

    private ResponseBuilder answer(java.nio.file.Path file, String format) {
        EntityTag tag = new EntityTag(sha256 + "-" + size + "-" + format);
        ResponseBuilder notModified = request.evaluatePreconditions(tag);
        ResponseBuilder response =
                notModified != null ? notModified : bytes(file).type("image/" + format);
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, FOREVER);
    }

    private static ResponseBuilder bytes(java.nio.file.Path file) {
        try {
            FileSlice whole = FileSlice.whole(file);
            return Response.ok(whole).header(HttpHeaders.CONTENT_LENGTH, whole.length());
        } catch (IOException gone) {
            throw new NotFoundException(gone);
        }
    }
}
