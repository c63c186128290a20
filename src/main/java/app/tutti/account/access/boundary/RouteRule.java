package app.tutti.account.access.boundary;

import app.tutti.account.access.control.Access;
import app.tutti.account.access.control.Caller;
import app.tutti.account.people.entity.Role;
import app.tutti.web.entity.ReturnPath;
import jakarta.annotation.Priority;
import jakarta.json.Json;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lets through who may, and tells others what would help. */
@Priority(Priorities.AUTHORIZATION)
public class RouteRule implements ContainerRequestFilter, ContainerResponseFilter {
    /** RFC 9110 §15.5.2: a 401 says how to do better. */
    public static final String CHALLENGE = "Bearer realm=\"tutti\"";

    private final Role needed;
    private final boolean page;
    private final Caller caller;
    private final Access access;

    RouteRule(Role needed, boolean page, Caller caller, Access access) {
        this.needed = needed;
        this.page = page;
        this.caller = caller;
        this.access = access;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (needed != Role.ANONYMOUS && !caller.may(needed)) {
            request.abortWith(refusal(request));
        }
    }

    /** What one person is shown is nothing for a cache to show to the next (RFC 9111 §5.2.2.7). */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (page) {
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("private, no-cache"));
        } else if (needed != Role.ANONYMOUS) {
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("private"));
        }
    }

    private Response refusal(ContainerRequestContext request) {
        if (caller.isSignedIn() || !access.isOpenedBySigningIn(needed) || isRefusedAsGuest(request)) {
            return page ? Response.status(Response.Status.FORBIDDEN).build() : problem(Response.Status.FORBIDDEN);
        }
        return page ? Response.seeOther(help(request)).build() : problem(Response.Status.UNAUTHORIZED);
    }

    /** A guest may look, and is told what signing in would open; whatever else they try is simply not theirs. */
    private boolean isRefusedAsGuest(ContainerRequestContext request) {
        boolean looks = page
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
        return caller.role() == Role.GUEST && !looks;
    }

    private URI help(ContainerRequestContext request) {
        if (!access.isSetUp()) {
            return URI.create("/set-up");
        }
        URI asked = request.getUriInfo().getRequestUri();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        // A form that was sent is not sent again.
        String path = request.getMethod().equals("GET")
                ? ReturnPath.of(asked.getRawPath() + query).value()
                : "/";
        return URI.create("/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    /** RFC 9457. */
    private static Response problem(Response.Status status) {
        String body = Json.createObjectBuilder()
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode())
                .build()
                .toString();
        Response.ResponseBuilder response =
                Response.status(status).type("application/problem+json").entity(body);
        return status == Response.Status.UNAUTHORIZED
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE).build()
                : response.build();
    }
}
