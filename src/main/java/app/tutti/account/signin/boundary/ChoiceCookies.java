package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Https;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Language and theme go along with a person to the browser they sign in with. */
public final class ChoiceCookies {
    public static final String LANGUAGE = "language";
    public static final String THEME = "theme";
    private static final int A_YEAR = 365 * 24 * 3600;

    private ChoiceCookies() {}

    static void write(
            Optional<String> language,
            Optional<String> theme,
            HttpServletRequest request,
            HttpServletResponse response) {
        language.ifPresent(value -> response.addCookie(cookie(LANGUAGE, value, request)));
        theme.ifPresent(value -> response.addCookie(cookie(THEME, value, request)));
    }

    private static Cookie cookie(String name, String value, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(Https.isUsedBy(request));
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
