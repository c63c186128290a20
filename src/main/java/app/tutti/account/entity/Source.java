package app.tutti.account.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request comes from, as far as it can be believed.
 *
 * @param peer who holds the connection
 * @param client who asks; empty where a proxy stands between us that is not ours or does not say
 * @param forwarded whether anything says that a proxy stands between us
 * @param trusted whether the peer is a proxy of ours
 * @param host the name we were called by, without a port, in small letters
 */
public record Source(IpAddress peer, Optional<IpAddress> client, boolean forwarded, boolean trusted, String host) {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The name without the port; nothing for what is no name. */
    public static String hostOf(String header) {
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    /**
     * Somebody who sits at the server's own machine. The name guards against a page elsewhere whose own name leads here
     * (DNS rebinding). Where a proxy of ours runs on this machine, nobody is known to.
     */
    public boolean isOwnMachine() {
        return peer.isLoopback() && !forwarded && !trusted && LOOPBACK_NAMES.contains(host);
    }

    /** @param ourNames names and addresses of this server */
    public boolean isAtHome(Set<String> ourNames) {
        return isOwnMachine() || client.filter(IpAddress::isPrivate).isPresent() && ourNames.contains(host);
    }

    /** Of the client, as far as it is known, as text. */
    public String address() {
        return client.orElse(peer).toString();
    }

    /** Whom to count this request for. */
    public String subscriber() {
        return client.orElse(peer).subscriber();
    }
}
