package app.tutti.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Names and addresses that are this server's. A page elsewhere can let its own name lead here (DNS rebinding), and its
 * scripts would then ask us as if they were ours; but they say that name.
 */
@ApplicationScoped
public class OurNames {
    private static final long FRESH_NANOS = 30_000_000_000L;

    @Inject
    @ConfigProperty(name = "TUTTI_URL")
    Optional<String> publicAddress;

    private volatile Known known;

    public Set<String> all() {
        Known now = known;
        if (now == null || System.nanoTime() - now.at > FRESH_NANOS) {
            now = new Known(gather(), System.nanoTime());
            known = now;
        }
        return now.names;
    }

    private Set<String> gather() {
        Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        publicAddress.map(address -> URI.create(address).getHost()).ifPresent(name -> add(names, name));
        addAddresses(names);
        try {
            String machine = InetAddress.getLocalHost().getHostName();
            add(names, machine);
            add(names, machine.replaceFirst("\\..*", "") + ".local");
        } catch (UnknownHostException nameless) {
            // addresses will do
        }
        return Set.copyOf(names);
    }

    private static void addAddresses(Set<String> names) {
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .forEach(address -> add(names, address.contains(":") ? "[" + compressed(address) + "]" : address));
        } catch (SocketException unknown) {
            // names will do
        }
    }

    /** RFC 5952 §4.2, as browsers write it: the longest run of zeros is left out. */
    static String compressed(String address) {
        String longest = "";
        for (int groups = 8; groups > 1 && longest.isEmpty(); groups--) {
            String run = "0:".repeat(groups - 1) + "0";
            if ((":" + address + ":").contains(":" + run + ":")) {
                longest = run;
            }
        }
        return longest.isEmpty()
                ? address
                : (":" + address + ":").replaceFirst(":" + longest + ":", "::").replaceAll("^:(?!:)|(?<!:):$", "");
    }

    private static void add(Set<String> names, String name) {
        names.add(name.toLowerCase(Locale.ROOT));
    }

    private record Known(Set<String> names, long at) {}
}
