package app.tutti.party.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Opens an endpoint to pages of every origin. With {@code *} a browser sends no cookies along and believes no answer
 * to a request that had some: what guards the endpoint is a bearer, which only who was told it can send.
 */
final class CrossOrigin {
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, If-Match";
    private static final String RESPONSE_HEADERS = "Location, ETag, Link, Retry-After, Accept-Post, Accept-Patch";
    private static final String DAY_SECONDS = "86400";

    private CrossOrigin() {}

    static void open(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
            response.setHeader("Access-Control-Max-Age", DAY_SECONDS);
        }
    }
}
