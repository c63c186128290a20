package app.tutti.catalog.boundary;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The connection under a request: it knows when the client has hung up, which the servlet API tells nobody who waits. */
record ClientConnection(Object connection) {
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
        return Optional.ofNullable((ServletRequest) request.getAttribute(REQUEST))
                .flatMap(Grizzly::connectionUnder)
                .map(ClientConnection::new);
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
}
