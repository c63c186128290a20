package app.tutti.platform.web;

import app.tutti.web.entity.Origin;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a browser may do with our pages: load from us, run our files, be framed by nobody. */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class SecurityHeaders implements Filter {
    private static final Pattern COMPRESSED = Pattern.compile("\\.(?:js|css|svg)$");
    // The hash is that of the one style sheet Turbo writes into the page, its progress bar's.
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "style-src 'self' 'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private String policy;

    @Override
    public void init(FilterConfig config) {
        policy = ConfigProvider.getConfig()
                .getOptionalValue("TUTTI_PARTY_URL", String.class)
                .flatMap(Origin::of)
                .map(SecurityHeaders::policyWith)
                .orElse(POLICY);
    }

    /** Our host's page asks the public server by HTTP and by WebSocket, which is another scheme there. */
    static String policyWith(Origin publicServer) {
        return "%s; connect-src 'self' %s %s"
                .formatted(POLICY, publicServer, publicServer.value().replaceFirst("^http", "ws"));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("Content-Security-Policy", policy);
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("X-Frame-Options", "DENY");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("Permissions-Policy", "camera=(), geolocation=(), payment=()");
        http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (COMPRESSED.matcher(((HttpServletRequest) request).getRequestURI()).find()) {
            // RFC 9110 §12.5.5; the server compresses these and does not say so to caches.
            http.addHeader("Vary", "Accept-Encoding");
        }
        chain.doFilter(request, response);
    }
}
