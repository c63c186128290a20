package app.tutti.platform.web;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.control.Https;
import app.tutti.account.access.entity.Needs;
import app.tutti.account.people.entity.Role;
import app.tutti.account.signin.boundary.ChoiceCookies;
import app.tutti.account.signin.control.Accounts;
import app.tutti.platform.text.Messages;
import app.tutti.web.entity.ReturnPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;

/** Language and theme of this browser, kept in cookies for a year; those of who has signed in go along with them. */
@Controller
@RequestScoped
@Path("/preferences")
@Needs(Role.ANONYMOUS)
public class PreferencesController {
    private static final int A_YEAR = 365 * 24 * 3600;

    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    @Inject
    Accounts accounts;

    @POST
    public Response save(
            @FormParam("language") String language,
            @FormParam("theme") String theme,
            @FormParam("returnTo") String returnTo) {
        if (language == null
                || theme == null
                || !Preferences.THEMES.contains(theme)
                || !Messages.LANGUAGES.contains(locale(language))) {
            throw new BadRequestException();
        }
        caller.person().ifPresent(person -> accounts.prefer(person, language, theme));
        return Response.seeOther(URI.create(ReturnPath.of(returnTo).value()))
                .cookie(cookie(ChoiceCookies.LANGUAGE, language), cookie(ChoiceCookies.THEME, theme))
                .build();
    }

    private static Locale locale(String language) {
        return Locale.forLanguageTag(language == null ? "" : language);
    }

    private NewCookie cookie(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(Https.isUsedBy(request))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
