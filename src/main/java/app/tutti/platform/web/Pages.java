package app.tutti.platform.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import org.eclipse.krazo.engine.ViewEngineConfig;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Thymeleaf as our pages need it: one folder of views, words from {@code messages.properties}. */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class Pages {
    private static final String VIEWS = "/WEB-INF/views/";

    @Inject
    ServletContext servletContext;

    @Produces
    @ViewEngineConfig
    public TemplateEngine templateEngine() {
        JakartaServletWebApplication application = JakartaServletWebApplication.buildApplication(servletContext);
        TemplateEngine engine = new TemplateEngine();
        engine.addTemplateResolver(resolver(application, "", ""));
        engine.addTemplateResolver(resolver(application, VIEWS, ".html"));
        engine.setMessageResolver(new PageMessages());
        return engine;
    }

    /** Controllers name a view with its folder, as Krazo gives it; templates name each other without. */
    private static WebApplicationTemplateResolver resolver(
            JakartaServletWebApplication application, String prefix, String suffix) {
        WebApplicationTemplateResolver resolver = new WebApplicationTemplateResolver(application);
        resolver.setPrefix(prefix);
        resolver.setSuffix(suffix);
        resolver.setCheckExistence(true);
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }
}
