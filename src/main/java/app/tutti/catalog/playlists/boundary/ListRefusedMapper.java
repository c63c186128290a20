package app.tutti.catalog.playlists.boundary;

import app.tutti.catalog.playlists.entity.ListRefused;
import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What a program is told (RFC 9457); pages have words of their own. */
@Provider
public class ListRefusedMapper implements ExceptionMapper<ListRefused> {
    private static final int UNPROCESSABLE = 422;

    @Override
    public Response toResponse(ListRefused refused) {
        int status = status(refused.reason());
        String body = Json.createObjectBuilder()
                .add("title", refused.reason().name())
                .add("status", status)
                .build()
                .toString();
        return Response.status(status)
                .type("application/problem+json")
                .entity(body)
                .build();
    }

    static int status(ListRefused.Reason reason) {
        return switch (reason) {
            case MISSING -> 404;
            case CHANGED -> 409;
            case FULL, TOO_MANY -> UNPROCESSABLE;
        };
    }
}
