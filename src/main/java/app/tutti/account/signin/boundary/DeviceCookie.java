package app.tutti.account.signin.boundary;

import app.tutti.account.people.entity.DeviceToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** Where a browser keeps which device it is. */
public final class DeviceCookie {
    private static final String NAME = "device";
    private static final int A_YEAR = 365 * 24 * 3600;

    private DeviceCookie() {}

    static Optional<DeviceToken> of(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .findFirst()
                        .flatMap(cookie -> DeviceToken.of(cookie.getValue()));
    }

    // By the servlet's response: JAX-RS writes its own cookies over that of the session.
    static void write(DeviceToken token, boolean secure, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, token.cookie());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
