package app.tutti.account.access.entity;

import app.tutti.web.entity.IpAddress;
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
 * @param known whether it has shown the key of the server's own machine
 */
public record Source(
        IpAddress peer, Optional<IpAddress> client, boolean forwarded, boolean trusted, String host, boolean known) {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The name without the port; nothing for what is no name. */
    public static String hostOf(String header) {
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    public static boolean isLoopbackName(String host) {
        return LOOPBACK_NAMES.contains(host);
    }

    /**
     * Whoever runs the server. Their address proves nothing: a proxy, a tunnel or another person's program on this
     * machine has it as well. What counts is the key, which is good here only.
     */
    public boolean isOwnMachine() {
        return known && isFromHere();
    }

    /**
     * Whether it looks as if it came from the server's own machine. The name guards against a page elsewhere whose own
     * name leads here (DNS rebinding). Where a proxy of ours runs on this machine, nobody does.
     */
    public boolean isFromHere() {
        return peer.isLoopback() && !forwarded && !trusted && isLoopbackName(host);
    }

    /** Whoever runs the server, and who asks from another machine of the same network. */
    public boolean isAtHome(Home home) {
        return isOwnMachine()
                || client.filter(IpAddress::isPrivate)
                                .filter(address -> !home.isOurs(address))
                                .isPresent()
                        && !isLoopbackName(host)
                        && home.isCalled(host);
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
