package app.tutti.platform.http;

import app.tutti.room.OriginFilter;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets other sites' pages change nothing in the name of whoever looks at them (CSRF), whatever the path and the type of the
 * body. Browsers say whose page asks: in {@code Sec-Fetch-Site} where the connection is safe, else in {@code Origin}.
 */
public class CrossSiteFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** RFC 9110 §9.2.1. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /**
     * WHIP, WHEP, covers and catalogues of home servers: they look at no cookie, but at a bearer that only who was told it can
     * send, or at nothing. The path as it was written, so that nothing that is written otherwise passes for one.
     */
    private static final Pattern BY_BEARER = Pattern.compile("/api/party/[\\w-]+/(whip|whep)(/[\\w-]*)?"
            + "|/api/party/[\\w-]+/cover|/api/catalogue/[\\w-]+/(batches|covers/\\w+)");

    /** A program's; a page cannot send it without being allowed to first, which this server allows to none. */
    private static final Pattern KEY = Pattern.compile("Bearer tutti_.+", Pattern.CASE_INSENSITIVE);

    @Inject
    @ConfigProperty(name = "TUTTI_URL")
    transient Optional<String> publicAddress;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SAFE.contains(request.getMethod()) || provesItself(request)) {
            chain.doFilter(request, response);
        } else if (isForeign(request, publicAddress)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (hasBody(request) && request.getContentType() == null) {
            // A page can leave the type of a body out without being asked first, and JAX-RS takes that for any type.
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean provesItself(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String shown = request.getHeader("Authorization");
        return BY_BEARER.matcher(path).matches()
                || path.startsWith("/api/")
                        && shown != null
                        && KEY.matcher(shown).matches();
    }

    /**
     * {@code same-origin} is the browser's own word, and true behind a proxy that changes Host, too. Where it says nothing,
     * its Origin must be ours; what says neither is no browser.
     */
    static boolean isForeign(HttpServletRequest request, Optional<String> publicAddress) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("none")) {
            return !site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !OriginFilter.isOurs(origin, request.getHeader("Host"), publicAddress);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
