package app.tutti.party.boundary;

import app.tutti.account.control.Caller;
import app.tutti.party.control.HttpPeer;
import app.tutti.party.control.LiveParty;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;

/** Where a peer comes with its offer (RFC 9725 §4.2). */
public abstract class SignallingEndpoint extends Signalling {
    @Context
    UriInfo uri;

    @Inject
    Caller caller;

    /** Lets the peer take part, if it may. The offer is read only then. */
    abstract HttpPeer begin(LiveParty party, Supplier<String> offer);

    @POST
    public Response begin(@PathParam("sessionId") String sessionId, InputStream body) {
        return answered(() -> {
            parties.countJoin(caller.source().address(), System.nanoTime());
            return created(begin(party(sessionId), () -> offer(body)));
        });
    }

    /** RFC 9725 §4.1: there is nothing to represent, but it is there. */
    @GET
    public Response look(@PathParam("sessionId") String sessionId) {
        return answered(() -> {
            party(sessionId);
            return Response.noContent();
        });
    }

    @OPTIONS
    public Response options() {
        return options("OPTIONS, GET, HEAD, POST")
                .header("Accept-Post", SdpBody.SDP)
                .build();
    }

    private String offer(InputStream body) {
        if (!SdpBody.is(SdpBody.SDP, headers)) {
            throw Problem.thrown(
                    Problem.response(415, "An offer is application/sdp.").header("Accept-Post", SdpBody.SDP));
        }
        if (!SdpBody.isAcceptable(SdpBody.SDP, headers)) {
            throw Problem.of(406, "The answer would be application/sdp, which this request does not accept.");
        }
        return SdpBody.read(body);
    }

    private ResponseBuilder created(HttpPeer peer) {
        ResponseBuilder created = Response.created(
                        URI.create(uri.getRequestUri().getRawPath() + "/" + peer.id()))
                .type(SdpBody.SDP)
                .tag(peer.iceSession())
                .entity(peer.answer());
        IceServerLinks.of(settings.iceServers(Instant.now())).forEach(link -> created.header(HttpHeaders.LINK, link));
        return created;
    }
}
