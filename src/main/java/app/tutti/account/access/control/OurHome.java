package app.tutti.account.access.control;

import app.tutti.account.access.entity.Home;
import app.tutti.web.entity.IpAddress;
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
 * Where this server is. A page elsewhere can let its own name lead here (DNS rebinding), and its scripts would then ask
 * us as if they were ours; but they say that name.
 */
@ApplicationScoped
public class OurHome {
    private static final long FRESH_NANOS = 30_000_000_000L;

    @Inject
    @ConfigProperty(name = "TUTTI_URL")
    Optional<String> publicAddress;

    private volatile Known known;

    public Home now() {
        Known last = known;
        if (last == null || System.nanoTime() - last.at > FRESH_NANOS) {
            last = new Known(gather(), System.nanoTime());
            known = last;
        }
        return last.home;
    }

    private Home gather() {
        Set<String> names = new HashSet<>();
        publicAddress.map(address -> URI.create(address).getHost()).ifPresent(name -> add(names, name));
        Set<IpAddress> addresses = new HashSet<>(Routers.all());
        addAddresses(names, addresses);
        try {
            String machine = InetAddress.getLocalHost().getHostName();
            add(names, machine);
            add(names, machine.replaceFirst("\\..*", "") + ".local");
        } catch (UnknownHostException nameless) {
            // addresses will do
        }
        return new Home(Set.copyOf(names), Set.copyOf(addresses));
    }

    private static void addAddresses(Set<String> names, Set<IpAddress> addresses) {
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .forEach(address -> {
                        add(names, address.contains(":") ? "[" + compressed(address) + "]" : address);
                        IpAddress.of(address).ifPresent(addresses::add);
                    });
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

    private record Known(Home home, long at) {}
}
