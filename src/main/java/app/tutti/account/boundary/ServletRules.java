package app.tutti.account.boundary;

import app.tutti.account.control.Caller;
import app.tutti.account.entity.Role;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Keeps to {@link ServletRoutes}. What has no rule is not there. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ServletRules implements Filter {
    @Inject
    Caller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String pattern = ((HttpServletRequest) request).getHttpServletMapping().getPattern();
        if (ServletRoutes.areResources(pattern)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Role> needed = ServletRoutes.needed(pattern);
        if (needed.isEmpty()) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (needed.get() == Role.ANONYMOUS || caller.may(needed.get())) {
            chain.doFilter(request, response);
        } else {
            refuse((HttpServletResponse) response);
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        if (caller.isSignedIn()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setHeader("WWW-Authenticate", RouteRule.CHALLENGE);
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
