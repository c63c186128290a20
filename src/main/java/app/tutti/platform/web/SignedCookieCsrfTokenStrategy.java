package app.tutti.platform.web;

import app.tutti.account.access.control.Https;
import app.tutti.platform.config.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.eclipse.krazo.security.CsrfToken;
import org.eclipse.krazo.security.CsrfTokenStrategy;

/**
 * A form's token must equal that of a cookie, and the cookie must carry our signature, so that nobody who can only set
 * a cookie can choose it. Needs no session; see docs/decisions/001-csrf-without-a-session.md.
 */
class SignedCookieCsrfTokenStrategy implements CsrfTokenStrategy {
    static final String COOKIE = "csrf";
    static final String HEADER = "X-CSRF-Token";
    static final String FIELD = "_csrf";
    private static final String ATTRIBUTE = SignedCookieCsrfTokenStrategy.class.getName();

    private final SignedToken tokens =
            new SignedToken(FormKey.keptIn(Settings.read().dataFolder()));

    @Override
    public Optional<CsrfToken> getToken(HttpServletRequest request, HttpServletResponse response, boolean create) {
        Optional<String> token = Optional.ofNullable((String) request.getAttribute(ATTRIBUTE))
                .or(() -> Preferences.cookie(request, COOKIE).filter(tokens::isOurs));
        if (token.isEmpty() && create) {
            token = Optional.of(tokens.next());
            response.addCookie(cookie(token.get(), Https.isUsedBy(request)));
        }
        token.ifPresent(value -> request.setAttribute(ATTRIBUTE, value));
        return token.map(value -> new CsrfToken(HEADER, FIELD, value));
    }

    private static Cookie cookie(String token, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
