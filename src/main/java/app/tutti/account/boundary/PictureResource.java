package app.tutti.account.boundary;

import app.tutti.account.control.Busy;
import app.tutti.account.control.Caller;
import app.tutti.account.control.People;
import app.tutti.account.control.Portrait;
import app.tutti.account.entity.Needs;
import app.tutti.account.entity.PersonId;
import app.tutti.account.entity.PersonPicture;
import app.tutti.account.entity.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * What people look like, for each other. It is sent as it is, not as a form: no page elsewhere can do that without
 * being asked first (CORS), so it needs no token of a form.
 */
@RequestScoped
@Path("/api/people/{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}/picture")
@Needs(Role.MEMBER)
public class PictureResource {
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;

    @PathParam("id")
    UUID id;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    Caller caller;

    @Context
    Request request;

    @GET
    public Response picture(@QueryParam("size") String size) {
        boolean large = "large".equals(size);
        PersonPicture picture = people.picture(new PersonId(id)).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(picture.sha256() + (large ? "-large" : ""));
        ResponseBuilder notModified = request.evaluatePreconditions(tag);
        ResponseBuilder response = notModified != null
                ? notModified
                : Response.ok(large ? picture.large() : picture.small(), "image/jpeg");
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @PUT
    @Consumes({"image/png", "image/jpeg", "image/webp"})
    public Response replace(InputStream body) throws IOException {
        PersonId me = own();
        byte[] sent = body.readNBytes(Portrait.MOST_BYTES + 1);
        if (sent.length > Portrait.MOST_BYTES) {
            return Response.status(TOO_LARGE).build();
        }
        try {
            Optional<PersonPicture> picture = Portrait.of(me, sent);
            picture.ifPresent(accounts::show);
            return Response.status(picture.isPresent() ? 204 : UNPROCESSABLE).build();
        } catch (Busy busy) {
            return SignInController.later(busy, Response.status(busy.status()).build());
        }
    }

    @DELETE
    public void remove() {
        accounts.removePicture(own());
    }

    /** There is nothing to change at other people's addresses. */
    private PersonId own() {
        return caller.person().filter(new PersonId(id)::equals).orElseThrow(NotFoundException::new);
    }
}
