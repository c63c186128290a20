package app.tutti.catalog.boundary;

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
import java.io.IOException;

/**
 * Keeps clients that hang up out of the log. {@link FileSlice} stops at the first write that fails; Jersey then flushes
 * and closes all the same, and would report that as severe, with a stack trace for every seek in a player.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class HangUps implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ClientConnection.remember(request);
        chain.doFilter(request, new QuietResponse((HttpServletResponse) response));
    }

    private static final class QuietResponse extends HttpServletResponseWrapper {
        QuietResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new QuietEnd(super.getOutputStream());
        }
    }

    /** Writes as ever, but ends without a word when nobody is there any more. */
    private static final class QuietEnd extends ServletOutputStream {
        private final ServletOutputStream client;

        QuietEnd(ServletOutputStream client) {
            this.client = client;
        }

        @Override
        public void write(int one) throws IOException {
            client.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            client.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            try {
                client.flush();
            } catch (IOException hungUp) {
                // as the class says
            }
        }

        @Override
        public void close() {
            try {
                client.close();
            } catch (IOException hungUp) {
                // as the class says
            }
        }

        @Override
        public boolean isReady() {
            return client.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            client.setWriteListener(listener);
        }
    }
}
