package app.tutti.platform.web;

import app.tutti.platform.database.Database;
import app.tutti.platform.unavailable.DatabaseAway;
import app.tutti.platform.unavailable.Unavailable;
import app.tutti.platform.unavailable.UnavailableAnswer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * While the database cannot be had, tells everybody so and when to come again, instead of asking it for each of them. A
 * request that was under way when it went is told the same.
 */
public class DatabaseAwayFilter implements Filter {
    /** What needs no database, or not always: sockets and sessions of parties, which live in memory. */
    private static final List<String> WITHOUT = List.of("/css/", "/js/", "/fonts/", "/img/", "/ws/", "/api/party/");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (Database.isAway() && needsIt(path(asked))) {
            tell(asked, answer);
            return;
        }
        try {
            chain.doFilter(asked, answer);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!DatabaseAway.isReasonOf(failure)) {
                throw failure;
            }
            Database.hasFailed(failure);
            tell(asked, answer);
        }
    }

    private static boolean needsIt(String path) {
        return WITHOUT.stream().noneMatch(path::startsWith);
    }

    private static void tell(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
        if (answer.isCommitted()) {
            return;
        }
        answer.reset();
        UnavailableAnswer unavailable =
                UnavailableAnswer.to(Unavailable.DATABASE, "", asked.getMethod(), path(asked), asked::getHeader);
        answer.setStatus(unavailable.status());
        unavailable.headers().forEach(answer::setHeader);
        answer.setContentLength(unavailable.body().length);
        if (!asked.getMethod().equals("HEAD")) {
            answer.getOutputStream().write(unavailable.body());
        }
    }

    private static String path(HttpServletRequest asked) {
        return asked.getRequestURI().substring(asked.getContextPath().length());
    }
}
