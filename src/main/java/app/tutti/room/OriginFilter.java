package app.tutti.room;

import app.tutti.account.control.Caller;
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
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Sockets only for our own pages: a browser says in {@code Origin} whose page it shows (RFC 6455 §10.2). In front of
 * the upgrade, because an endpoint's {@code checkOrigin} does not see the Host header.
 */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class OriginFilter implements Filter {
    @Inject
    Caller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (isOurs(http.getHeader("Origin"), http.getHeader("Host"), publicAddress())) {
            upgrade(request, response, chain);
        } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void upgrade(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Handshake.from(caller.source().address(), caller.identity(), caller.claim());
        try {
            chain.doFilter(new UpgradeRequest((HttpServletRequest) request), response);
        } finally {
            Handshake.over();
        }
    }

    static boolean isOurs(String origin, String host, Optional<String> publicAddress) {
        String authority = authority(origin);
        return authority != null
                && (authority.equalsIgnoreCase(host)
                        || publicAddress
                                .map(address -> authority.equalsIgnoreCase(authority(address)))
                                .orElse(false));
    }

    private static Optional<String> publicAddress() {
        return ConfigProvider.getConfig().getOptionalValue("TUTTI_URL", String.class);
    }

    /**
     * Without its session: the container would close the sockets of one that ends by itself, with 1008, and with the
     * request that ended it waiting for them until they time out. {@link SignedOut} does it for us. And without the name
     * of our own address, which the container looks up for every socket: where no resolver answers, that takes twenty
     * seconds.
     */
    private static final class UpgradeRequest extends HttpServletRequestWrapper {
        UpgradeRequest(HttpServletRequest request) {
            super(request);
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
