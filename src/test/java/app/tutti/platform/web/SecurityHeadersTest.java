package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.web.entity.Origin;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
    @Test
    void ourPagesMayAskThePublicServerAndNobodyElse() {
        String policy = SecurityHeaders.policyWith(
                Origin.of("https://party.example.org/").orElseThrow());
        assertTrue(policy.endsWith("; connect-src 'self' https://party.example.org wss://party.example.org"), policy);
        assertTrue(policy.startsWith("default-src 'self'; "), policy);
    }
}
