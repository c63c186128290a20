package app.tutti.party.boundary;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/**
 * Opens an endpoint to pages of every origin. With {@code *} a browser sends no cookies along and believes no answer
 * to a request that had some: what guards the endpoint is a bearer, which only who was told it can send.
 */
@Provider
@CrossOrigin
public class CrossOriginHeaders implements ContainerResponseFilter {
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, If-Match";
    private static final String RESPONSE_HEADERS = "Location, ETag, Link, Retry-After, Accept-Post, Accept-Patch";
    private static final int DAY_SECONDS = 86_400;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Access-Control-Allow-Origin", "*");
        headers.putSingle("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        if (request.getMethod().equals("OPTIONS")) {
            headers.putSingle("Access-Control-Allow-Headers", REQUEST_HEADERS);
            headers.putSingle("Access-Control-Max-Age", DAY_SECONDS);
        }
    }
}
