package app.tutti.party.boundary;

import app.tutti.party.control.HttpPeer;
import app.tutti.party.control.LiveParty;
import app.tutti.party.control.Parties;
import app.tutti.party.control.PartySettings;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a peer comes with its offer (RFC 9725 §4.2). */
record SignallingEndpoint(
        Parties parties, PartySettings settings, Exchange exchange, SignallingProtocol protocol, String sessionId) {
    static final String METHODS = "OPTIONS, GET, HEAD, POST";

    void answer() throws IOException {
        switch (exchange.method()) {
            case "POST" -> begin();
            case "GET", "HEAD" -> look();
            case "OPTIONS" -> exchange.options(METHODS, "Accept-Post", SdpBody.SDP);
            default -> throw Problem.methodNotAllowed(METHODS);
        }
    }

    /** @throws Problem when there is none, or whoever asks may not know */
    LiveParty party() {
        LiveParty party = find();
        protocol.require(party, exchange);
        return party;
    }

    private void begin() throws IOException {
        parties.countJoin(exchange.address(), System.nanoTime());
        // The offer is read only from whom may make one.
        HttpPeer peer = protocol.begin(party(), settings, offer());
        exchange.header("Location", location(peer));
        exchange.tag(peer.iceSession());
        IceServerLinks.of(settings.iceServers(Instant.now())).forEach(link -> exchange.addHeader("Link", link));
        exchange.answer(201, SdpBody.SDP, peer.answer());
    }

    /** RFC 9110 §10.2.2: from where it was asked for, which is right behind a proxy that puts us below a path, too. */
    private String location(HttpPeer peer) {
        String here = exchange.path();
        return here.endsWith("/") ? peer.id() : here.substring(here.lastIndexOf('/') + 1) + "/" + peer.id();
    }

    /** RFC 9725 §4.1: there is nothing to represent, but it is there. */
    private void look() {
        find();
        exchange.noContent();
    }

    private LiveParty find() {
        return uuid().filter(id -> settings.enabled())
                .flatMap(parties::find)
                .orElseThrow(() -> new Problem(404, "There is no such party, or it is over."));
    }

    private String offer() throws IOException {
        if (!SdpBody.is(SdpBody.SDP, exchange)) {
            throw new Problem(415, "An offer is application/sdp.").with("Accept-Post", SdpBody.SDP);
        }
        if (!SdpBody.isAcceptable(SdpBody.SDP, exchange)) {
            throw new Problem(406, "The answer would be application/sdp, which this request does not accept.");
        }
        return SdpBody.read(exchange);
    }

    private Optional<UUID> uuid() {
        try {
            return Optional.of(UUID.fromString(sessionId));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
