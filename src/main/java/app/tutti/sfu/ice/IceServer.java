package app.tutti.sfu.ice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A STUN or TURN server that we ask by UDP, for our own side of ICE.
 *
 * @param relays true for TURN (RFC 8656), false for one that tells our public address only (RFC 8489)
 */
public record IceServer(boolean relays, String host, int port) {
    private static final int DEFAULT_PORT = 3478;

    /** RFC 7064 §3.1 and RFC 7065 §3.1. */
    private static final Pattern URI =
            Pattern.compile("(stun|turn):(\\[[0-9A-Fa-f:.]+]|[^:?\\[\\]]+)(?::(\\d{1,5}))?(?:\\?transport=udp)?");

    /** Nothing for a server that is asked by TCP or TLS: those are for browsers in networks without UDP. */
    public static Optional<IceServer> parse(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group(3) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(3));
        if (port == 0 || port > 65_535) {
            return Optional.empty();
        }
        return Optional.of(new IceServer(parts.group(1).equals("turn"), parts.group(2), port));
    }
}
