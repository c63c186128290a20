package app.tutti.account.access.boundary;

import app.tutti.account.access.control.Access;
import app.tutti.account.access.control.Caller;
import app.tutti.account.people.entity.Role;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
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
import java.util.HashMap;
import java.util.Map;

/** Keeps to {@link ServletRoutes}. What has no rule is not there. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ServletRules implements Filter {
    @Inject
    Caller caller;

    @Inject
    Access access;

    @Inject
    @Any
    Instance<ServletRoute> more;

    private final Map<String, Role> needed = new HashMap<>(ServletRoutes.all());

    @Override
    public void init(FilterConfig config) {
        more.forEach(route -> needed.put(route.pattern(), route.needed()));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String pattern = ((HttpServletRequest) request).getHttpServletMapping().getPattern();
        if (ServletRoutes.areResources(pattern)) {
            chain.doFilter(request, response);
            return;
        }
        Role role = needed.get(pattern);
        if (role == null) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (role == Role.ANONYMOUS || caller.may(role)) {
            chain.doFilter(request, response);
        } else {
            refuse(role, (HttpServletResponse) response);
        }
    }

    private void refuse(Role role, HttpServletResponse response) throws IOException {
        if (caller.isSignedIn() || caller.role() == Role.GUEST || !access.isOpenedBySigningIn(role)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setHeader("WWW-Authenticate", RouteRule.CHALLENGE);
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
