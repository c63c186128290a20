package app.tutti.sfu.ice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A candidate for UDP and the one component that there is with rtcp-mux (RFC 8839 §5.1).
 *
 * @param address a literal
 * @param related {@code raddr … rport …}, or empty
 */
public record IceCandidate(String foundation, long priority, String address, int port, String type, String related) {
    private static final Pattern CANDIDATE = Pattern.compile("([A-Za-z0-9+/]{1,32}) 1 [Uu][Dd][Pp] (\\d{1,10})"
            + " ([0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*) (\\d{1,5}) typ (host|srflx|prflx|relay)(?: .*)?");

    /**
     * Nothing for what no agent of ours can check: TCP, and names, which only the peer's own network knows
     * (draft-ietf-mmusic-mdns-ice-candidates). Those are found by the peer's checks, if at all.
     */
    static Optional<IceCandidate> parse(String value) {
        Matcher parts = CANDIDATE.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group(4));
        if (port == 0 || port > 65_535) {
            return Optional.empty();
        }
        return Optional.of(new IceCandidate(
                parts.group(1), Long.parseLong(parts.group(2)), parts.group(3), port, parts.group(5), ""));
    }

    /** The value of {@code a=candidate}. */
    public String value() {
        String value = foundation + " 1 udp " + priority + " " + address + " " + port + " typ " + type;
        return related.isEmpty() ? value : value + " " + related;
    }
}
