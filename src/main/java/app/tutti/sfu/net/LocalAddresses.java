package app.tutti.sfu.net;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** The addresses of this machine that another one could reach. */
public final class LocalAddresses {
    private LocalAddresses() {}

    /** Every address that is not loopback, link-local or multicast; 127.0.0.1 when there is no other. */
    public static List<String> reachable() {
        try {
            List<String> found = NetworkInterface.networkInterfaces()
                    .filter(LocalAddresses::up)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(LocalAddresses::reachable)
                    .map(LocalAddresses::text)
                    .toList();
            return found.isEmpty() ? List.of("127.0.0.1") : found;
        } catch (SocketException e) {
            return List.of("127.0.0.1");
        }
    }

    private static boolean up(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean reachable(InetAddress address) {
        return !address.isLoopbackAddress() && !address.isLinkLocalAddress() && !address.isMulticastAddress();
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }
}
