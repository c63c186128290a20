package app.tutti;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets tests in as whoever runs the server: reads the key of its own machine where it is kept. */
public final class MachineKey {
    private record Place(int port, Path dataFolder) {}

    private static final Map<Integer, Place> PLACES = new ConcurrentHashMap<>();

    private final String name;
    private final String value;

    private MachineKey(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /** Remembers where the server at this port keeps its data. */
    public static void isKept(int port, Path dataFolder) {
        PLACES.put(port, new Place(port, dataFolder));
    }

    /** Remembers that what comes to a port goes on to a server. */
    public static void leadsTo(int port, int server) {
        PLACES.put(port, PLACES.get(server));
    }

    /** Of the server at this address, once it has started; else that of the tests' own server, if there is one. */
    public static Optional<MachineKey> of(URI address) {
        Place own = new Place(
                address.getPort(),
                Path.of(System.getProperty("TUTTI_DATA_DIR", System.getProperty("tutti.it.data", "nowhere"))));
        Place place = PLACES.getOrDefault(address.getPort(), own);
        Path file = place.dataFolder().resolve("machine-key");
        try {
            return Files.exists(file)
                    ? Optional.of(new MachineKey(
                            "machine-" + place.port(), Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The cookies of a browser that has opened the address which the start shows. */
    public static CookieManager cookies(URI address) {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        of(address).ifPresent(key -> {
            HttpCookie cookie = new HttpCookie(key.name, key.value);
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(address, cookie);
        });
        return cookies;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** As the header field has it. */
    public String cookie() {
        return name + "=" + value;
    }
}
