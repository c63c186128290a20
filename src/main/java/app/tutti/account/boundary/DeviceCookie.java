package app.tutti.account.boundary;

import app.tutti.account.entity.DeviceToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Optional;

/** Where a browser keeps which device it is. */
final class DeviceCookie {
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

    static NewCookie of(DeviceToken token, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(token.cookie())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
