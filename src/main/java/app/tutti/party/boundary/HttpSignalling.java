package app.tutti.party.boundary;

import app.tutti.party.control.HttpPeer;
import app.tutti.party.control.LiveParty;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartySettings;
import app.tutti.room.Refusal;
import app.tutti.sfu.sdp.SdpFragment;
import app.tutti.sfu.sdp.SdpRefused;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What WHIP (RFC 9725) and WHEP (draft-ietf-wish-whep-03) share: an endpoint that begins, a resource for each peer. */
@CrossOrigin
public abstract class HttpSignalling {
    @Inject
    Parties parties;

    @Inject
    PartySettings settings;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Inject
    HttpServletRequest request;

    /** Whoever asks may do so, or this throws. */
    abstract void authorize(LiveParty party);

    /** Answers the offer. */
    abstract HttpPeer begin(LiveParty party, String offer);

    /** The peer behind a resource of this kind. */
    abstract Optional<? extends HttpPeer> peer(LiveParty party, String id);

    @OPTIONS
    public Response endpointOptions() {
        return Response.ok()
                .header("Accept-Post", SdpBody.SDP)
                .header(HttpHeaders.ALLOW, "OPTIONS, GET, HEAD, POST")
                .header("Access-Control-Allow-Methods", "OPTIONS, GET, HEAD, POST")
                .build();
    }

    /** RFC 9725 §4.1: there is nothing to represent, but it is there. */
    @GET
    public Response look(@PathParam("sessionId") String sessionId) {
        return answered(() -> {
            party(sessionId);
            return Response.noContent();
        });
    }

    @POST
    public Response begin(@PathParam("sessionId") String sessionId, InputStream body) {
        return answered(() -> {
            parties.countJoin(request.getRemoteAddr(), System.nanoTime());
            LiveParty party = party(sessionId);
            authorize(party);
            HttpPeer peer = begin(party, offer(body));
            ResponseBuilder created = Response.created(
                            URI.create(uri.getRequestUri().getRawPath() + "/" + peer.id()))
                    .type(SdpBody.SDP)
                    .tag(peer.iceSession())
                    .entity(peer.answer());
            IceServerLinks.of(settings.iceServers(Instant.now()))
                    .forEach(link -> created.header(HttpHeaders.LINK, link));
            return created;
        });
    }

    @OPTIONS
    @Path("{id}")
    public Response resourceOptions() {
        return Response.ok()
                .header("Accept-Patch", SdpBody.FRAGMENT)
                .header(HttpHeaders.ALLOW, "OPTIONS, GET, HEAD, PATCH, DELETE")
                .header("Access-Control-Allow-Methods", "OPTIONS, GET, HEAD, PATCH, DELETE")
                .build();
    }

    @GET
    @Path("{id}")
    public Response look(@PathParam("sessionId") String sessionId, @PathParam("id") String id) {
        return answered(() -> {
            peer(sessionId, id);
            return Response.noContent();
        });
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("sessionId") String sessionId, @PathParam("id") String id) {
        return answered(() -> {
            peer(sessionId, id).close();
            return Response.ok();
        });
    }

    @PATCH
    @Path("{id}")
    public Response trickle(@PathParam("sessionId") String sessionId, @PathParam("id") String id, InputStream body) {
        return answered(() -> {
            HttpPeer peer = peer(sessionId, id);
            if (!SdpBody.is(SdpBody.FRAGMENT, headers)) {
                throw Problem.thrown(Problem.response(415, "A fragment is application/trickle-ice-sdpfrag.")
                        .header("Accept-Patch", SdpBody.FRAGMENT));
            }
            return trickle(peer, SdpFragment.parse(SdpBody.read(body)));
        });
    }

    private ResponseBuilder trickle(HttpPeer peer, SdpFragment fragment) {
        // One at a time: the tag must be that of the session whose credentials it comes with.
        synchronized (peer) {
            requireMatch(peer.iceSession());
            return peer.trickle(fragment)
                    .map(ours -> Response.ok(ours, SdpBody.FRAGMENT).tag(peer.iceSession()))
                    .orElseGet(Response::noContent);
        }
    }

    private void requireMatch(String iceSession) {
        IfMatch match = IfMatch.of(headers.getHeaderString(HttpHeaders.IF_MATCH), iceSession);
        if (match == IfMatch.MISSING) {
            throw Problem.of(428, "If-Match must say which ICE session is meant: its ETag, or *.");
        }
        if (match == IfMatch.FAILS) {
            throw Problem.of(412, "Another ICE session has taken the place of the one with this ETag.");
        }
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

    private HttpPeer peer(String sessionId, String id) {
        LiveParty party = party(sessionId);
        authorize(party);
        return peer(party, id).orElseThrow(() -> Problem.of(404, "There is no such connection, or it has ended."));
    }

    private LiveParty party(String sessionId) {
        return uuid(sessionId)
                .filter(id -> settings.enabled())
                .flatMap(parties::find)
                .orElseThrow(() -> Problem.of(404, "There is no such party, or it is over."));
    }

    private static Response answered(Supplier<ResponseBuilder> work) {
        try {
            return work.get().build();
        } catch (SdpRefused refused) {
            throw Problem.of(refused);
        } catch (Refusal refused) {
            throw Problem.of(refused);
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
