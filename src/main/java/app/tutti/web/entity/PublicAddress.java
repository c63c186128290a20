package app.tutti.web.entity;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The address at which others find this server: {@code TUTTI_URL}, else what the person's own browser uses. A browser
 * on the server's own machine says localhost, which is nowhere for a friend: it gets the machine's address instead.
 */
public record PublicAddress(String base) {

    /** @param bind {@code TUTTI_BIND}: who listens for the own machine alone has no other address to offer */
    public static PublicAddress from(Optional<String> publicAddress, Optional<String> bind, String origin) {
        return from(
                publicAddress, origin, bind.filter(PublicAddress::isLoopback).isPresent() ? List.of() : ownAddresses());
    }

    static PublicAddress from(Optional<String> publicAddress, String origin, List<String> ownAddresses) {
        return new PublicAddress(
                publicAddress.map(PublicAddress::withoutSlash).orElseGet(() -> reachable(origin, ownAddresses)));
    }

    public String to(String path) {
        return base + path;
    }

    private static String reachable(String origin, List<String> ownAddresses) {
        URI uri = URI.create(origin);
        boolean local = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        if (!local || ownAddresses.isEmpty()) {
            return origin;
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + ownAddresses.getFirst() + port;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || "::1".equals(address) || "localhost".equals(address);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static List<String> ownAddresses() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .filter(PublicAddress::isUsable)
                    .flatMap(network -> network.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress)
                    .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException unknown) {
            return List.of();
        }
    }

    private static boolean isUsable(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && !network.isPointToPoint();
        } catch (SocketException gone) {
            return false;
        }
    }
}
