package app.tutti.web.boundary;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The connection under a request: it knows when the client has hung up, which the servlet API tells nobody who waits. */
public record ClientConnection(Object connection) {
    private static final String REQUEST = ClientConnection.class.getName();

    /** In a filter, which sees the server's own request; what is injected elsewhere is made around it. */
    public static void remember(ServletRequest request) {
        request.setAttribute(REQUEST, request);
    }

    /** For a protocol that this server does not speak; see {@link #remember}. */
    public static void stayWithHttp(HttpServletRequest request) {
        Grizzly.ignoreUpgrade((ServletRequest) request.getAttribute(REQUEST));
    }

    /** Empty with HTTP/2, where many requests share one, each in frames. */
    public static Optional<ClientConnection> of(HttpServletRequest request) {
        if (!request.getProtocol().startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        return Optional.ofNullable((ServletRequest) request.getAttribute(REQUEST))
                .flatMap(Grizzly::connectionUnder)
                .map(ClientConnection::new);
    }

    /**
     * Calls {@code then} when the client has hung up, on a thread that must not wait. The request has to be suspended.
     *
     * @return to be called when that does not matter any more: a connection is kept for other requests
     */
    public Runnable whenClosed(Runnable then) {
        Object listener = Grizzly.whenClosed(connection, then);
        return () -> Grizzly.forget(connection, listener);
    }

    /** Whether the client is there, and has taken what it was sent before. */
    public boolean takesMore() {
        return Grizzly.isOpen(connection) && Grizzly.unsent(connection) == 0;
    }

    public void close() {
        Grizzly.close(connection);
    }
}
