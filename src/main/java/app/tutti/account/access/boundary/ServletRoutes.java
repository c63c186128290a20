package app.tutti.account.access.boundary;

import app.tutti.account.people.entity.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;

/**
 * Who may go where no JAX-RS resource is, by the servlet's own pattern: no way of writing a path gets around it. The
 * server brings some of these along.
 */
public final class ServletRoutes {
    /** Resources have rules of their own, see {@link RouteRules}. The server's own servlet at "/" is never reached. */
    private static final Set<String> RESOURCES = Set.of("/*", "/");

    private static final Set<String> FILES = Set.of("/css/*", "/js/*", "/fonts/*", "/img/*");

    private static final Map<String, Role> NEEDED = Map.of(
            "/css/*", Role.ANONYMOUS,
            "/js/*", Role.ANONYMOUS,
            "/fonts/*", Role.ANONYMOUS,
            "/img/*", Role.ANONYMOUS,
            "/error", Role.ANONYMOUS,
            "/health/*", Role.ANONYMOUS,
            "/openapi/*", Role.MEMBER,
            "/metrics/*", Role.ADMIN);

    private ServletRoutes() {}

    public static boolean areResources(String pattern) {
        return RESOURCES.contains(pattern);
    }

    public static Map<String, Role> all() {
        return NEEDED;
    }

    public static boolean isFile(HttpServletRequest request) {
        return FILES.contains(request.getHttpServletMapping().getPattern());
    }
}
