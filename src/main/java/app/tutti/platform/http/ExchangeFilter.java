package app.tutti.platform.http;

import app.tutti.account.access.control.Caller;
import app.tutti.account.people.entity.PersonId;
import app.tutti.web.boundary.ClientConnection;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * In front of everything: refuses requests that cannot be read in one way only, and keeps slow clients from taking all of
 * the server's threads. A client that sends slowly or reads slowly keeps a thread waiting; how many may, {@link Places}
 * says.
 */
public class ExchangeFilter implements Filter {
    private static final System.Logger LOG = System.getLogger(ExchangeFilter.class.getName());

    private static final int LOOKS = 20;
    private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

    private final Places places = new Places();

    @Inject
    Caller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        ClientConnection.remember(asked);
        if (asked.getHeader("Upgrade") != null && !isForSockets(asked)) {
            stayWithHttp(asked, answer);
        }
        if (!Framing.isClear(asked)) {
            refuse(answer);
        } else if (asked.isRequestedSessionIdFromURL()) {
            // A session in an address is somebody's who has passed it on; no page of ours writes one.
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isUnread(asked)) {
            ClientConnection.of(asked).ifPresent(ClientConnection::close);
        } else if (isForSockets(asked)) {
            chain.doFilter(asked, answer);
        } else {
            exchange(asked, answer, chain);
        }
    }

    /** RFC 9110 §7.8: whoever offers another protocol takes this one. What has come of a body by now was read raw. */
    private static void stayWithHttp(HttpServletRequest asked, HttpServletResponse answer) {
        ClientConnection.stayWithHttp(asked);
        answer.setHeader("Connection", "close");
    }

    /** What comes after it on this connection may be anything. */
    private static void refuse(HttpServletResponse answer) {
        answer.setHeader("Connection", "close");
        answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        answer.setContentLength(0);
    }

    /**
     * Whoever asks once more without reading what it was sent would make us wait with each answer, or is gone. A quick
     * client asks again before the thread that has answered has put its books in order: it gets a moment.
     */
    private static boolean isUnread(HttpServletRequest asked) {
        Optional<ClientConnection> connection = ClientConnection.of(asked);
        for (int looks = 0; looks < LOOKS; looks++) {
            if (connection.isEmpty() || connection.get().takesMore()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return true;
    }

    /** Theirs begins when the request is over, and {@code room} counts them. */
    private static boolean isForSockets(HttpServletRequest asked) {
        return asked.getMethod().equals("GET") && asked.getRequestURI().startsWith(asked.getContextPath() + "/ws/");
    }

    private void exchange(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        Exchange exchange = new Exchange(places, this::client, answer);
        if (asked.getHeader("Transfer-Encoding") != null) {
            // RFC 9112 §6.3: a length before it is taken out by the server, so that nobody knows whether there was one.
            answer.setHeader("Connection", "close");
        }
        boolean waits = BodyRequest.isOnItsWay(asked);
        if (waits && !exchange.takePlace()) {
            return;
        }
        HttpServletRequest request = waits || BodyRequest.isEndless(asked) ? new BodyRequest(asked, exchange) : asked;
        CountedResponse response = new CountedResponse(answer, exchange);
        try {
            chain.doFilter(request, response);
        } catch (WebApplicationException cut) {
            // In front of JAX-RS nobody else makes an answer of it.
            response.sendError(cut.getResponse().getStatus());
        } finally {
            end(asked, exchange);
        }
        if (waits && exchange.isLost()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "[http] {0} {1} broke off before its end",
                    asked.getMethod(),
                    asked.getRequestURI());
        }
    }

    private static void end(HttpServletRequest asked, Exchange exchange) {
        if (asked.isAsyncStarted()) {
            asked.getAsyncContext().addListener(new AtTheEnd(exchange));
        } else {
            exchange.leavePlace();
        }
    }

    private String client() {
        return caller.person()
                .map(PersonId::toString)
                .orElseGet(() -> caller.source().subscriber());
    }

    private record AtTheEnd(Exchange exchange) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            exchange.leavePlace();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It completes, too.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It completes, too.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
