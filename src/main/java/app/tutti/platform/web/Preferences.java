package app.tutti.platform.web;

import app.tutti.account.signin.boundary.ChoiceCookies;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What this browser has chosen, for the templates. */
@Named
@RequestScoped
public class Preferences {
    static final String THEME_COOKIE = ChoiceCookies.THEME;
    static final Set<String> THEMES = Set.of("auto", "light", "dark");

    @Inject
    HttpServletRequest request;

    /** auto, light or dark. */
    public String getTheme() {
        return cookie(request, THEME_COOKIE).filter(THEMES::contains).orElse("auto");
    }

    /** The page that is shown, for a form that returns to it. */
    public String getPage() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String path ? path : request.getRequestURI();
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
