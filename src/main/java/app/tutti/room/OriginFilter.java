package app.tutti.room;

import app.tutti.account.access.control.Caller;
import app.tutti.account.people.entity.Identity;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Sockets only for our own pages: a browser says in {@code Origin} whose page it shows (RFC 6455 §10.2). In front of
 * the upgrade, because an endpoint's {@code checkOrigin} does not see the Host header.
 */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class OriginFilter implements Filter {
    /** What home servers' pages may open, too (docs/decisions/029). */
    private static final String PARTY = "/ws/party";

    @Inject
    Caller caller;

    @Inject
    PartyOrigins homes;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String origin = http.getHeader("Origin");
        if (isOurs(origin, http.getHeader("Host"), publicAddress())) {
            upgrade(
                    new Handshake.Upgrade(source(), origin, origin, caller.identity(), caller.claim()),
                    http,
                    response,
                    chain);
        } else if (isForParties(http) && homes.include(origin)) {
            // Whatever cookies come along: it is another server's page, which speaks for nobody here.
            upgrade(
                    new Handshake.Upgrade(source(), origin, asked(http), new Identity.Nobody(), Optional.empty()),
                    http,
                    response,
                    chain);
        } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void upgrade(
            Handshake.Upgrade upgrade, HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Handshake.from(upgrade);
        try {
            chain.doFilter(new UpgradeRequest(request), response);
        } finally {
            Handshake.over();
        }
    }

    private String source() {
        return caller.source().address();
    }

    private static boolean isForParties(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + PARTY);
    }

    /** The address that this server was asked by. */
    private static String asked(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    /** Whether it is a page of this server. The scheme's own port may be said or not: browsers do not, some proxies do. */
    public static boolean isOurs(String origin, String host, Optional<String> publicAddress) {
        String authority = authority(origin);
        String usualPort = origin != null && origin.startsWith("https:") ? ":443" : ":80";
        return authority != null
                && Stream.of(Optional.ofNullable(host), publicAddress.map(OriginFilter::authority))
                        .flatMap(Optional::stream)
                        .anyMatch(ours -> without(usualPort, ours).equalsIgnoreCase(without(usualPort, authority)));
    }

    private static String without(String port, String authority) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }

    private static Optional<String> publicAddress() {
        return ConfigProvider.getConfig().getOptionalValue("TUTTI_URL", String.class);
    }

    /**
     * Without its session: the container would close the sockets of one that ends by itself, with 1008, and with the
     * request that ended it waiting for them until they time out. {@link SignedOut} does it for us. And without the name
     * of our own address, which the container looks up for every socket: where no resolver answers, that takes twenty
     * seconds. Its socket takes masked frames only.
     */
    private static final class UpgradeRequest extends HttpServletRequestWrapper {
        UpgradeRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
            return super.upgrade(MaskedUpgrade.class).around(type);
        }

        @Override
        public String getLocalName() {
            return getLocalAddr();
        }

        @Override
        public HttpSession getSession() {
            return null;
        }

        @Override
        public HttpSession getSession(boolean create) {
            return null;
        }
    }

    private static String authority(String address) {
        try {
            return address == null ? null : URI.create(address).getRawAuthority();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
