package app.tutti.platform.web;

import jakarta.mvc.form.FormMethodOverwriter;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.krazo.Properties;
import org.eclipse.krazo.security.CsrfTokenStrategy;

/** Pages and endpoints, all of them from the root; found by scanning. */
@ApplicationPath("/")
public class TuttiApplication extends Application {
    static final CsrfTokenStrategy FORMS = new SignedCookieCsrfTokenStrategy();

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                Csrf.CSRF_PROTECTION,
                Csrf.CsrfOptions.IMPLICIT,
                Properties.CSRF_TOKEN_STRATEGY,
                FORMS,
                // A form of anybody's page would be a PUT or DELETE where no form is expected.
                FormMethodOverwriter.FORM_METHOD_OVERWRITE,
                FormMethodOverwriter.Options.DISABLED,
                "jersey.config.server.wadl.disableWadl",
                true,
                // RFC 9110 §10.2.2: a path is right for everybody, also behind a proxy that speaks TLS for us.
                "jersey.config.server.headers.location.relative.resolution.disabled",
                true);
    }
}
