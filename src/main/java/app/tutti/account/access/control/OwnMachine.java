package app.tutti.account.access.control;

import app.tutti.account.access.entity.Source;
import app.tutti.account.people.entity.Token;
import app.tutti.web.entity.IpAddress;
import app.tutti.web.entity.Networks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Knows who runs this server: they can read its data folder, where its key is, or have opened the address that the start
 * shows, which gives a browser the key as a cookie; see docs/decisions/033-who-is-at-the-machine.md.
 */
@ApplicationScoped
public class OwnMachine {
    private static final String FILE = "machine-key";
    private static final String COOKIE = "machine-";
    private static final String PATH = "/own-machine/";
    private static final int A_YEAR = 365 * 24 * 3600;

    @Inject
    @ConfigProperty(name = "TUTTI_DATA_DIR")
    String dataFolder;

    @Inject
    @ConfigProperty(name = "TUTTI_URL")
    Optional<String> url;

    @Inject
    @ConfigProperty(name = "TUTTI_TRUSTED_PROXIES")
    Optional<String> trustedProxies;

    private Token key;
    private Token code;

    @PostConstruct
    void read() {
        Path file = Path.of(dataFolder, FILE);
        try {
            key = Files.exists(file) ? new Token(Files.readString(file).strip()) : make(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        code = Token.nextToType();
    }

    private static Token make(Path file) throws IOException {
        Token made = Token.next();
        Files.createDirectories(file.getParent());
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, made.value() + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return made;
    }

    /** Whether anybody can be known at all: a server with an address for others, or behind a proxy here, knows nobody. */
    public boolean isHere() {
        boolean here = url.map(address -> URI.create(address).getHost().toLowerCase(Locale.ROOT))
                .map(Source::isLoopbackName)
                .orElse(true);
        return here && !Networks.of(trustedProxies.orElse("")).contain(new IpAddress(InetAddress.getLoopbackAddress()));
    }

    /** Whether the request shows the key. */
    boolean isKnown(HttpServletRequest request) {
        return isHere()
                && request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .anyMatch(cookie -> new Token(cookie.getValue()).hasHash(key.hash()));
    }

    /** Where a browser becomes known, once. */
    public synchronized String path() {
        return PATH + code.grouped();
    }

    /** The cookie for who has the code, which is used up by it: the next browser needs another one. */
    public synchronized Optional<Cookie> take(Token shown, HttpServletRequest request) {
        if (!shown.hasHash(code.hash())) {
            return Optional.empty();
        }
        code = Token.nextToType();
        return Optional.of(cookie(request));
    }

    private Cookie cookie(HttpServletRequest request) {
        Cookie cookie = new Cookie(name(request), key.value());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** A browser keeps cookies by the host's name alone: two servers on one machine would take each other's. */
    private static String name(HttpServletRequest request) {
        return COOKIE + request.getLocalPort();
    }
}
