package app.tutti.web.boundary;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Why a program does not get what it asked for (RFC 9457). */
public final class Problem {
    private Problem() {}

    public static ResponseBuilder of(int status, String title, String detail) {
        String body = Json.createObjectBuilder()
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString();
        return Response.status(status).type("application/problem+json").entity(body);
    }
}
