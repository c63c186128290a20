package app.tutti.platform.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.krazo.engine.Viewable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Makes the page that a controller names, after Krazo has found out that it does and before Krazo's writer would, which
 * costs as much as the page itself; see docs/decisions/024-pages-made-in-a-filter.md.
 */
@Provider
@ApplicationScoped
// Response filters run from the highest to the lowest; Krazo's is an ENTITY_CODER.
@Priority(Priorities.AUTHENTICATION)
public class PageFilter implements ContainerResponseFilter {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name());
    private static final String SUFFIX = ".html";

    @Inject
    TemplateEngine engine;

    @Inject
    ServletContext servletContext;

    @Inject
    MvcContext mvc;

    @Inject
    Models models;

    @Inject
    NamedBeans beans;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Viewable page) {
            // Whole or not at all: what fails half-way must not look like a page.
            byte[] content = html(page).getBytes(StandardCharsets.UTF_8);
            answer.getHeaders().add(HttpHeaders.VARY, CompressedPage.DEPENDS_ON);
            if (CompressedPage.isFor(request)) {
                content = CompressedPage.of(content);
                answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            answer.setEntity(content, new Annotation[0], HTML);
        }
    }

    private String html(Viewable page) {
        Map<String, Object> variables = new HashMap<>(beans.all());
        variables.putAll((page.getModels() == null ? models : page.getModels()).asMap());
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(servletContext).buildExchange(request, response),
                mvc.getLocale(),
                variables);
        String view = page.getView();
        return engine.process(view.substring(0, view.length() - SUFFIX.length()), context);
    }
}
