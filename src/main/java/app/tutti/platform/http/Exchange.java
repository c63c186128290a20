package app.tutti.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * A request and its answer while they are under way: whether the client is still there, and the place that they take while
 * a thread may have to wait for it.
 */
final class Exchange {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Places places;
    private final Supplier<String> client;
    private final HttpServletResponse response;
    private String placeOf;
    private boolean gone;

    /** @param client who asks; looked up only where it matters */
    Exchange(Places places, Supplier<String> client, HttpServletResponse response) {
        this.places = places;
        this.client = client;
        this.response = response;
    }

    /** @return false when there is none; then the client has been told when to come again, if it could be */
    synchronized boolean takePlace() throws IOException {
        if (placeOf != null) {
            return true;
        }
        String asking = client.get();
        Places.Taken taken = places.take(asking);
        if (taken == Places.Taken.YES) {
            placeOf = asking;
            return true;
        }
        refuse(taken);
        return false;
    }

    synchronized void leavePlace() {
        if (placeOf != null) {
            places.leave(placeOf);
            placeOf = null;
        }
    }

    /** Whoever it was, nothing that is written reaches them any more. */
    void lose() {
        gone = true;
    }

    boolean isLost() {
        return gone;
    }

    private void refuse(Places.Taken taken) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            // Players of other sites' pages are to know it, too; there is nothing in it for anybody else.
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Access-Control-Expose-Headers", "Retry-After");
            response.sendError(
                    taken == Places.Taken.TOO_MANY ? TOO_MANY_REQUESTS : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
