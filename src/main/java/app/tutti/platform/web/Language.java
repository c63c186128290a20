package app.tutti.platform.web;

import app.tutti.account.boundary.ChoiceCookies;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mvc.locale.LocaleResolver;
import jakarta.mvc.locale.LocaleResolverContext;
import jakarta.ws.rs.core.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A person's language: what they chose, else the best of what their browser asks for, else English. */
@ApplicationScoped
@Priority(1)
public class Language implements LocaleResolver {
    static final String COOKIE = ChoiceCookies.LANGUAGE;

    @Override
    public Locale resolveLocale(LocaleResolverContext context) {
        Cookie chosen = context.getCookie(COOKIE);
        return best(chosen == null ? "" : chosen.getValue(), context.getAcceptableLanguages());
    }

    static Locale best(String chosen, List<Locale> accepted) {
        return Stream.concat(Stream.of(Locale.forLanguageTag(chosen)), accepted.stream())
                .flatMap(wanted -> Messages.LANGUAGES.stream()
                        .filter(known -> known.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
