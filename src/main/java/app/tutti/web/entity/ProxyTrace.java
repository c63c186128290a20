package app.tutti.web.entity;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** What a request has on it when a proxy, a tunnel or a content network has passed it on; no browser sends any of it. */
public final class ProxyTrace {
    private static final Set<String> NAMES = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "x-proxyuser-ip",
            "x-remote-ip",
            "x-remote-addr",
            "x-originating-ip",
            "x-host",
            "x-scheme",
            "x-url-scheme",
            "x-request-id",
            "x-request-start",
            "x-correlation-id",
            "x-cloud-trace-context",
            "front-end-https",
            "cdn-loop");

    private static final Set<String> BEGINNINGS = Set.of(
            "x-forwarded",
            "x-original-",
            "x-envoy-",
            "x-amzn-",
            "x-amz-cf-",
            "x-azure-",
            "x-arr-",
            "x-akamai-",
            "x-varnish",
            "x-vercel-",
            "x-traefik-",
            "cf-",
            "cloudfront-",
            "fastly-",
            "fly-",
            "tailscale-",
            "ngrok-",
            "akamai-");

    private ProxyTrace() {}

    /**
     * @param protocol as the request line has it; a stock nginx asks by HTTP/1.0, which no browser speaks any more
     * @param headers the names of its fields
     */
    public static boolean isOn(String protocol, Collection<String> headers) {
        return "HTTP/1.0".equals(protocol)
                || headers.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(ProxyTrace::isOne);
    }

    private static boolean isOne(String name) {
        return NAMES.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
