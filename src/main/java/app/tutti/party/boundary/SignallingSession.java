package app.tutti.party.boundary;

import app.tutti.party.control.HttpPeer;
import app.tutti.sfu.sdp.SdpFragment;
import java.io.IOException;
import java.util.Optional;

/** A peer that takes part: for its ICE session and its end (RFC 9725 §4.3). */
record SignallingSession(SignallingEndpoint endpoint, Exchange exchange, String id) {
    static final String METHODS = "OPTIONS, GET, HEAD, PATCH, DELETE";

    void answer() throws IOException {
        switch (exchange.method()) {
            case "PATCH" -> trickle(findToChange());
            case "DELETE" -> end(findToChange());
            case "GET", "HEAD" -> look();
            case "OPTIONS" -> exchange.options(METHODS, "Accept-Patch", SdpBody.FRAGMENT);
            default -> throw Problem.methodNotAllowed(METHODS);
        }
    }

    private void trickle(HttpPeer peer) throws IOException {
        if (!SdpBody.is(SdpBody.FRAGMENT, exchange)) {
            throw new Problem(415, "A fragment is application/trickle-ice-sdpfrag.")
                    .with("Accept-Patch", SdpBody.FRAGMENT);
        }
        SdpFragment fragment = SdpFragment.parse(SdpBody.read(exchange));
        Optional<String> ours;
        String iceSession;
        // One at a time: the tag must be that of the session whose credentials it comes with.
        synchronized (peer) {
            requireMatch(peer.iceSession());
            ours = peer.trickle(fragment);
            iceSession = peer.iceSession();
        }
        if (ours.isPresent()) {
            exchange.tag(iceSession);
            exchange.answer(200, SdpBody.FRAGMENT, ours.get());
        } else {
            exchange.noContent();
        }
    }

    private void end(HttpPeer peer) throws IOException {
        peer.close();
        exchange.answer(200);
    }

    /** RFC 9725 §4.1: there is nothing to represent, but it is there. */
    private void look() {
        find();
        exchange.noContent();
    }

    private HttpPeer findToChange() {
        endpoint.parties().countChange(exchange.address(), System.nanoTime());
        return find();
    }

    private HttpPeer find() {
        return endpoint.protocol()
                .peer(endpoint.party(), id)
                .orElseThrow(() -> new Problem(404, "There is no such connection, or it has ended."));
    }

    private void requireMatch(String iceSession) {
        IfMatch match = IfMatch.of(exchange.header("If-Match"), iceSession);
        if (match == IfMatch.MISSING) {
            throw new Problem(428, "If-Match must say which ICE session is meant: its ETag, or *.");
        }
        if (match == IfMatch.FAILS) {
            throw new Problem(412, "Another ICE session has taken the place of the one with this ETag.");
        }
    }
}
