package app.tutti.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedForTest {
    private static final Networks PROXIES = Networks.of("10.0.0.0/8, ::1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.43|192.0.2.43",
                "for=198.51.100.17;by=203.0.113.60;proto=http;host=example.com|198.51.100.17",
                "For=\"[2001:db8:cafe::17]:4711\"|2001:db8:cafe:0:0:0:0:17",
                "proto=https;for=\"192.0.2.1:80\"|192.0.2.1",
                "for=192.0.2.43, for=198.51.100.17|198.51.100.17",
                "for=198.51.100.17, for=10.1.2.3|198.51.100.17"
            })
    void theStandardHeaderNamesTheClient(String header, String client) {
        assertEquals(client, client(List.of(header), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1|192.0.2.1",
                "6.6.6.6, 192.0.2.1|192.0.2.1",
                "192.0.2.1, 10.0.0.7, 10.0.0.8|192.0.2.1",
                "2001:db8::1|2001:db8:0:0:0:0:0:1",
                "192.0.2.1:1234|192.0.2.1",
                "10.0.0.7|10.0.0.7"
            })
    void theCommonHeaderNamesTheClient(String header, String client) {
        assertEquals(client, client(List.of(), List.of(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"for=unknown", "for=_hidden", "proto=https", "for=music.example.org", "for=", ""})
    void whatCannotBeReadNamesNobody(String header) {
        assertEquals("nobody", client(List.of(header), List.of()));
    }

    @Test
    void twoHeadersThatContradictEachOtherNameNobody() {
        assertEquals("192.0.2.1", client(List.of("for=192.0.2.1"), List.of("192.0.2.1")));
        assertEquals("nobody", client(List.of("for=127.0.0.1"), List.of("192.0.2.1")));
        assertEquals("nobody", client(List.of("for=192.0.2.1"), List.of("127.0.0.1")));
    }

    private static String client(List<String> forwarded, List<String> xForwardedFor) {
        return ForwardedFor.client(forwarded, xForwardedFor, PROXIES)
                .map(IpAddress::toString)
                .orElse("nobody");
    }
}
