package app.tutti.platform.web;

import app.tutti.account.access.control.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells everybody whether the server is well, and only those who run it what ails it. */
@WebFilter(urlPatterns = "/health/*", asyncSupported = true)
public class HealthDetails implements Filter {
    /** The first one is the whole's (MicroProfile Health §5). */
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([A-Z]+)\"");

    @Inject
    Caller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (caller.runsThis()) {
            chain.doFilter(request, response);
            return;
        }
        Kept kept = new Kept((HttpServletResponse) response);
        chain.doFilter(request, kept);
        Matcher status = STATUS.matcher(kept.text());
        if (status.find()) {
            response.getWriter().write("{\"status\":\"" + status.group(1) + "\"}");
        }
    }

    /** Whose text is not sent. */
    private static final class Kept extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintWriter writer = new PrintWriter(bytes, true, StandardCharsets.UTF_8);

        Kept(HttpServletResponse response) {
            super(response);
        }

        String text() {
            writer.flush();
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int one) {
                    bytes.write(one);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new IllegalStateException("what is kept is never waited for");
                }
            };
        }

        @Override
        public void setContentLength(int length) {
            // That of what is not sent.
        }

        @Override
        public void setContentLengthLong(long length) {
            // As above.
        }

        @Override
        public void flushBuffer() {
            // There is nothing to send yet.
        }
    }
}
