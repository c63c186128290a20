package app.tutti.party.boundary;

import app.tutti.party.control.HttpPeer;
import app.tutti.party.control.LiveParty;
import app.tutti.sfu.sdp.SdpFragment;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.InputStream;
import java.util.Optional;

/** A peer that takes part: for its ICE session and its end (RFC 9725 §4.3). */
public abstract class SignallingSession extends Signalling {
    /** The peer, if it is of this kind and whoever asks may know. */
    abstract Optional<? extends HttpPeer> peer(LiveParty party, String id);

    /** RFC 9725 §4.1: there is nothing to represent, but it is there. */
    @GET
    public Response look(@PathParam("sessionId") String sessionId, @PathParam("id") String id) {
        return answered(() -> {
            find(sessionId, id);
            return Response.noContent();
        });
    }

    @PATCH
    public Response trickle(@PathParam("sessionId") String sessionId, @PathParam("id") String id, InputStream body) {
        return answered(() -> {
            HttpPeer peer = find(sessionId, id);
            if (!SdpBody.is(SdpBody.FRAGMENT, headers)) {
                throw Problem.thrown(Problem.response(415, "A fragment is application/trickle-ice-sdpfrag.")
                        .header("Accept-Patch", SdpBody.FRAGMENT));
            }
            return trickle(peer, SdpFragment.parse(SdpBody.read(body)));
        });
    }

    @DELETE
    public Response end(@PathParam("sessionId") String sessionId, @PathParam("id") String id) {
        return answered(() -> {
            find(sessionId, id).close();
            return Response.ok();
        });
    }

    @OPTIONS
    public Response options() {
        return options("OPTIONS, GET, HEAD, PATCH, DELETE")
                .header("Accept-Patch", SdpBody.FRAGMENT)
                .build();
    }

    private HttpPeer find(String sessionId, String id) {
        return peer(party(sessionId), id)
                .orElseThrow(() -> Problem.of(404, "There is no such connection, or it has ended."));
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
}
