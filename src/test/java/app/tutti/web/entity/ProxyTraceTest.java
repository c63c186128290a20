package app.tutti.web.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTraceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "Via",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded",
                "x-real-ip",
                "X-Client-IP",
                "X-Original-URL",
                "CF-Connecting-IP",
                "Cf-Ray",
                "True-Client-IP",
                "Fastly-Client-IP",
                "CloudFront-Viewer-Address",
                "X-Amzn-Trace-Id",
                "X-Azure-ClientIP",
                "X-Envoy-External-Address",
                "X-Request-ID",
                "CDN-Loop",
                "Front-End-Https",
                "Tailscale-User-Login"
            })
    void whatAProxyAddsIsSeen(String header) {
        assertTrue(ProxyTrace.isOn("HTTP/1.1", List.of("Host", "Cookie", header)));
    }

    @Test
    void aBrowserByItselfShowsNone() {
        List<String> browsers = List.of(
                "Host",
                "Connection",
                "Cookie",
                "User-Agent",
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Origin",
                "Referer",
                "Range",
                "Cache-Control",
                "Pragma",
                "DNT",
                "Sec-GPC",
                "Sec-Fetch-Site",
                "Sec-CH-UA",
                "Sec-WebSocket-Key",
                "Upgrade",
                "Upgrade-Insecure-Requests",
                "Priority",
                "TE",
                "X-CSRF-Token",
                "X-Turbo-Request-Id",
                "Turbo-Frame");
        assertFalse(ProxyTrace.isOn("HTTP/1.1", browsers));
        assertFalse(ProxyTrace.isOn("HTTP/2.0", browsers));
        assertTrue(ProxyTrace.isOn("HTTP/1.0", browsers), "as a stock nginx asks");
    }
}
