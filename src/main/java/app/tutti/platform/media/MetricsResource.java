package app.tutti.platform.media;

import app.tutti.sfu.Sfu;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the relay counts, for a Prometheus on this machine. Nobody else is told that it is here: who comes by a proxy
 * comes from this machine, too, but brings a forwarded header or another host's name.
 */
@Path("relay-metrics")
public class MetricsResource {
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    Sfu sfu;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public String metrics() {
        boolean forwarded = Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
                .anyMatch(name -> headers.getHeaderString(name) != null);
        if (forwarded || !isFromHere(request.getRemoteAddr(), headers.getHeaderString(HttpHeaders.HOST))) {
            throw new NotFoundException();
        }
        return PrometheusText.of(sfu.stats());
    }

    /** The name guards against a page elsewhere whose own name leads here. */
    static boolean isFromHere(String peer, String host) {
        try {
            return host != null
                    && OURSELVES.contains(host.replaceFirst(":\\d+$", ""))
                    && InetAddress.getByName(peer).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
