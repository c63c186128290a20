package app.tutti.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import ognl.OgnlRuntime;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Thymeleaf as our pages need it: one folder of views, words from {@code messages.properties}. */
@ApplicationScoped
public class Pages {
    @Inject
    ServletContext servletContext;

    // No proxy: the class has final methods.
    @Produces
    @Singleton
    public TemplateEngine templateEngine() {
        WebApplicationTemplateResolver resolver =
                new WebApplicationTemplateResolver(JakartaServletWebApplication.buildApplication(servletContext));
        resolver.setPrefix("/WEB-INF/views/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        OgnlRuntime.setPropertyAccessor(Object.class, new RememberedProperties());
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new PageMessages());
        return engine;
    }
}
