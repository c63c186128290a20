package app.tutti.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** How long a browser keeps our files: for ever where the address changes with the content, else until it has asked. */
@WebFilter(
        urlPatterns = {"/js/*", "/css/*", "/fonts/*", "/img/*"},
        asyncSupported = true)
public class FileCaching extends HttpFilter {
    /** As the bundler writes what is in it into a file's name. */
    private static final Pattern BY_CONTENT = Pattern.compile("-[A-Z0-9]{8}\\.(?:js|css|woff2)(?:\\.map)?$");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean isForEver =
                BY_CONTENT.matcher(path).find() && getServletContext().getResource(path) != null;
        response.setHeader("Cache-Control", isForEver ? "public, max-age=31536000, immutable" : "no-cache");
        chain.doFilter(request, response);
    }
}
