package app.tutti.catalog.boundary;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The connection under a request: the kernel can send files to it (sendfile), and it knows when the client has hung up.
 *
 * @param encrypted whether every byte has to go through Java
 */
record ClientConnection(Object connection, boolean encrypted) {
    /** As nginx has it. */
    private static final int PATIENCE_SECONDS = 60;

    private static final String REQUEST = ClientConnection.class.getName();

    /** In a filter, which sees the server's own request; what is injected elsewhere is made around it. */
    static void remember(ServletRequest request) {
        request.setAttribute(REQUEST, request);
    }

    /** Empty with HTTP/2, where many requests share one, each in frames; also when it begins with this request. */
    static Optional<ClientConnection> of(HttpServletRequest request) {
        if (!request.getProtocol().equals("HTTP/1.1") || request.getHeader("HTTP2-Settings") != null) {
            return Optional.empty();
        }
        boolean encrypted = request.getAttribute("jakarta.servlet.request.cipher_suite") != null;
        return Optional.ofNullable((ServletRequest) request.getAttribute(REQUEST))
                .flatMap(Grizzly::connectionUnder)
                .map(connection -> new ClientConnection(connection, encrypted));
    }

    boolean takesFiles() {
        return !encrypted;
    }

    /**
     * Calls {@code then} when the client has hung up, on a thread that must not wait. The request has to be suspended.
     *
     * @return to be called when that does not matter any more: a connection is kept for other requests
     */
    Runnable whenClosed(Runnable then) {
        Object listener = Grizzly.whenClosed(connection, then);
        return () -> Grizzly.forget(connection, listener);
    }

    /** Sends a part of a file behind what has been written and flushed; returns when the kernel has it. */
    void send(Path file, long first, long length) throws IOException {
        try {
            Grizzly.send(connection, file.toFile(), first, length).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Grizzly.terminate(connection);
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } catch (TimeoutException idle) {
            Grizzly.terminate(connection);
            throw new IOException("nothing was read for a while", idle);
        } catch (ExecutionException hungUp) {
            throw new IOException(hungUp.getCause());
        }
    }
}
