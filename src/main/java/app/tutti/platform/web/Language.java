package app.tutti.platform.web;

import app.tutti.account.signin.boundary.ChoiceCookies;
import app.tutti.platform.text.Messages;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mvc.locale.LocaleResolver;
import jakarta.mvc.locale.LocaleResolverContext;
import jakarta.ws.rs.core.Cookie;
import java.util.Locale;

/** A person's language: what they chose, else the best of what their browser asks for, else English. */
@ApplicationScoped
@Priority(1)
public class Language implements LocaleResolver {
    static final String COOKIE = ChoiceCookies.LANGUAGE;

    @Override
    public Locale resolveLocale(LocaleResolverContext context) {
        Cookie chosen = context.getCookie(COOKIE);
        return Messages.best(chosen == null ? "" : chosen.getValue(), context.getAcceptableLanguages());
    }
}
