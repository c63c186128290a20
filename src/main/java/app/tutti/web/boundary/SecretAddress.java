package app.tutti.web.boundary;

import jakarta.ws.rs.core.Response;

/** Answers at an address that is itself the secret: no other page is told it (Referrer Policy §3.1), and none is kept. */
public final class SecretAddress {
    private SecretAddress() {}

    public static Response page(int status, String view) {
        return quiet(Response.status(status).entity(view));
    }

    public static Response quiet(Response.ResponseBuilder answer) {
        return answer.header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .build();
    }
}
