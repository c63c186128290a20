package app.tutti.party.boundary;

import app.tutti.party.entity.PartyEvent.IceServer;
import java.util.List;

/** STUN and TURN servers as Link headers (RFC 9725 §4.6). */
final class IceServerLinks {
    private IceServerLinks() {}

    static List<String> of(List<IceServer> servers) {
        return servers.stream()
                .flatMap(
                        server -> server.urls().stream().map(url -> "<" + url + ">; rel=\"ice-server\"" + pass(server)))
                .toList();
    }

    /** Nothing in it needs an escape: a number, a word, and base64. */
    private static String pass(IceServer server) {
        if (server.username().isEmpty()) {
            return "";
        }
        return "; username=\"%s\"; credential=\"%s\"; credential-type=\"password\""
                .formatted(server.username().get(), server.credential().orElseThrow());
    }
}
