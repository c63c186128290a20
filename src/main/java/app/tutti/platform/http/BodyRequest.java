package app.tutti.platform.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request with a body that is still on its way. */
final class BodyRequest extends HttpServletRequestWrapper {
    private final Exchange exchange;
    private final long begun = System.nanoTime();
    private ServletInputStream body;

    BodyRequest(HttpServletRequest request, Exchange exchange) {
        super(request);
        this.exchange = exchange;
    }

    /** What has come with the head already keeps nobody waiting. */
    static boolean isOnItsWay(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length > 0 && request.getInputStream().available() < length || isChunked(request);
    }

    /**
     * Where an upgrade is asked for that is not taken (to HTTP/2, by many programs), the server takes all that follows for
     * the body: its length has to be kept to.
     */
    static boolean isEndless(HttpServletRequest request) {
        return request.getHeader("Upgrade") != null;
    }

    private static boolean isChunked(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }

    /** RFC 9112 §6.3: with neither there is none. */
    private long length() {
        return isChunked(this) ? -1 : Math.max(0, getContentLengthLong());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new TimedBody(super.getInputStream(), exchange, length(), begun);
        }
        return body;
    }
}
