package app.tutti.catalog.boundary;

import app.tutti.account.entity.Needs;
import app.tutti.account.entity.Role;
import app.tutti.catalog.control.Catalogue;
import app.tutti.catalog.control.CoverFiles;
import app.tutti.catalog.entity.Cover;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;

@RequestScoped
@Path("/api/covers/{id: \\d{1,18}}")
@Needs(Role.ANONYMOUS)
public class CoverResource {
    /** RFC 8246: an address whose content never changes needs no second question. */
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    Catalogue catalogue;

    @Inject
    CoverFiles files;

    @Context
    Request request;

    @GET
    @Produces("image/jpeg")
    public Response cover(@PathParam("id") long id) {
        Cover cover = catalogue.cover(id).orElseThrow(NotFoundException::new);
        java.nio.file.Path file = files.find(cover.sha256()).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(cover.sha256());
        ResponseBuilder notModified = request.evaluatePreconditions(tag);
        ResponseBuilder response = notModified != null ? notModified : bytes(file);
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, FOREVER).build();
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
