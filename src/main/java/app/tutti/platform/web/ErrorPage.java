package app.tutti.platform.web;

import app.tutti.platform.text.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Where the server sends every request that failed: our words instead of its own. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    private static final System.Logger LOG = System.getLogger(ErrorPage.class.getName());
    private static final Set<Integer> WORDED = Set.of(403, 404, 405, 500);

    @Inject
    transient TemplateEngine engine;

    @Inject
    transient NamedBeans beans;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        try {
            tell(request, response);
        } catch (IOException goneAway) {
            LOG.log(System.Logger.Level.DEBUG, "Nobody is left to tell", goneAway);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int code = status == null ? 404 : status;
        response.setStatus(code);
        response.setCharacterEncoding("UTF-8");
        if (path != null && path.startsWith("/api/")) {
            response.setContentType("text/plain");
            response.getWriter().println(Messages.text(locale(request), "error." + worded(code) + ".title"));
        } else {
            response.setContentType("text/html");
            response.getWriter().print(page(request, response, worded(code)));
        }
    }

    /** Whole or not at all: where the page itself is what is broken, the plain sentence remains. */
    private String page(HttpServletRequest request, HttpServletResponse response, int code) {
        try {
            return render(request, response, code);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "The error page cannot be shown", broken);
            return Messages.text(locale(request), "error." + code + ".title");
        }
    }

    private String render(HttpServletRequest request, HttpServletResponse response, int code) {
        Map<String, Object> variables = new HashMap<>(beans.all());
        variables.put("status", code);
        variables.put("mvc", Map.of("csrf", formToken(request, response)));
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(getServletContext())
                        .buildExchange(request, response),
                locale(request),
                variables);
        return engine.process("errors/error", context);
    }

    /** Stands in for Jakarta MVC, which has no part in this request: the page's forms work here, too. */
    private static Map<String, String> formToken(HttpServletRequest request, HttpServletResponse response) {
        return TuttiApplication.FORMS
                .getToken(request, response, true)
                .map(token -> Map.of("name", token.getParamName(), "token", token.getValue()))
                .orElseThrow();
    }

    /** What a person can be told: theirs to ask for, ours to have broken, or not theirs. */
    private static int worded(int code) {
        if (WORDED.contains(code)) {
            return code;
        }
        return code >= 500 ? 500 : code == 401 ? 403 : 404;
    }

    private static Locale locale(HttpServletRequest request) {
        return Messages.best(Preferences.cookie(request, Language.COOKIE).orElse(""), acceptable(request));
    }

    private static List<Locale> acceptable(HttpServletRequest request) {
        return Collections.list(request.getLocales());
    }
}
