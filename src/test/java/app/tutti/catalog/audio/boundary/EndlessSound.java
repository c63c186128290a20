package app.tutti.catalog.audio.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.control.OpenConnections;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;

/** A track longer than what any buffer on the way can hold. Deployed beside the application. */
@RequestScoped
@Path("/api/endless")
@Needs(Role.MEMBER)
public class EndlessSound {
    private static final long BYTES = 1L << 40;

    @Inject
    OpenConnections heldOpen;

    @Inject
    Caller caller;

    @GET
    public Response sound() {
        return Response.ok(new RevocableStream(EndlessSound::silence, heldOpen, caller.claim()))
                .header("Content-Length", BYTES)
                .build();
    }

    private static void silence(OutputStream client) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long sent = 0; sent < BYTES; sent += buffer.length) {
            client.write(buffer, 0, buffer.length);
        }
    }
}
