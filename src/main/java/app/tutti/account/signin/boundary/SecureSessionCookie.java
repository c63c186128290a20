package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Https;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Keeps the session's cookie to https where the browser came by it; the server knows of its own TLS alone. */
@Provider
public class SecureSessionCookie implements ContainerResponseFilter {
    private static final String HEADER = "Set-Cookie";

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        List<String> cookies = List.copyOf(response.getHeaders(HEADER));
        if (cookies.stream().allMatch(SecureSessionCookie::isSecure) || !Https.isUsedBy(request)) {
            return;
        }
        List<String> secure = cookies.stream()
                .map(cookie -> isSecure(cookie) ? cookie : cookie + "; Secure")
                .toList();
        response.setHeader(HEADER, secure.getFirst());
        secure.stream().skip(1).forEach(cookie -> response.addHeader(HEADER, cookie));
    }

    private static boolean isSecure(String cookie) {
        return cookie.matches("(?i).*;\\s*secure(;.*)?");
    }
}
