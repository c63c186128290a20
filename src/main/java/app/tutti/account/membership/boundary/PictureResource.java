package app.tutti.account.membership.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.membership.control.Portrait;
import app.tutti.account.people.control.People;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonPicture;
import app.tutti.account.people.entity.Role;
import app.tutti.account.signin.boundary.SignInController;
import app.tutti.account.signin.control.Accounts;
import app.tutti.web.control.TooBusyException;
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
    /** RFC 9111 §5.2.2.7: no cache between us and the browser keeps it. */
    private static final String OWN = "private, no-cache";

    /** RFC 8246: what stands at an address with the picture's own hash never changes. */
    private static final String OWN_AND_LASTING = "private, max-age=31536000, immutable";

    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;

    @PathParam("id")
    UUID id;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    PersonCache standings;

    @Inject
    Caller caller;

    @Context
    Request request;

    @GET
    public Response picture(@QueryParam("size") String size, @QueryParam("v") String version) {
        boolean large = "large".equals(size);
        String sha256 = people.pictureTag(new PersonId(id)).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(sha256 + (large ? "-large" : ""));
        ResponseBuilder notModified = request.evaluatePreconditions(tag);
        ResponseBuilder response = notModified != null ? notModified : bytes(large);
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, sha256.equals(version) ? OWN_AND_LASTING : OWN)
                .build();
    }

    private ResponseBuilder bytes(boolean large) {
        PersonPicture picture = people.picture(new PersonId(id)).orElseThrow(NotFoundException::new);
        return Response.ok(large ? picture.large() : picture.small(), "image/jpeg");
    }

    @PUT
    @Consumes({"image/png", "image/jpeg", "image/gif", "image/webp"})
    public Response replace(InputStream body) throws IOException {
        PersonId me = own();
        byte[] sent = body.readNBytes(Portrait.MOST_BYTES + 1);
        if (sent.length > Portrait.MOST_BYTES) {
            return Response.status(TOO_LARGE).build();
        }
        try {
            Optional<PersonPicture> picture = Portrait.of(me, sent);
            picture.ifPresent(accounts::show);
            standings.pictureChanged(me);
            return Response.status(picture.isPresent() ? 204 : UNPROCESSABLE).build();
        } catch (TooBusyException busy) {
            return SignInController.later(busy, Response.status(busy.status()).build());
        }
    }

    @DELETE
    public void remove() {
        accounts.removePicture(own());
        standings.pictureChanged(own());
    }

    /** There is nothing to change at other people's addresses. */
    private PersonId own() {
        return caller.person().filter(new PersonId(id)::equals).orElseThrow(NotFoundException::new);
    }
}
