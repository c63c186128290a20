package app.tutti.account.access.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Proto: https",
                "X-Forwarded-Proto: HTTPS, http",
                "X-Forwarded-Ssl: on",
                "Front-End-Https: on",
                "X-Forwarded-Port: 443",
                "CloudFront-Forwarded-Proto: https",
                "Cf-Visitor: {\"scheme\":\"https\"}",
                "Forwarded: for=192.0.2.1;proto=https",
                "Forwarded: proto=\"https\"",
                "Host: 127.0.0.1:8080|Origin: https://music.example.org|Sec-Fetch-Site: same-origin",
                "Host: 127.0.0.1:8080|Referer: https://music.example.org/sign-in",
                "Host: music.example.org|Sec-Fetch-Site: none"
            })
    void whatSaysHttpsIsBelieved(String headers) {
        assertEquals(true, isUsed(headers), headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: music.example.org",
                "Host: 127.0.0.1:8080|Sec-Fetch-Site: none",
                "Host: localhost:8080|Sec-Fetch-Site: same-origin|Origin: http://localhost:8080",
                "Host: 192.168.1.2:8080|Referer: http://192.168.1.2:8080/",
                "Host: 127.0.0.1:8080|Sec-Fetch-Site: cross-site|Referer: https://elsewhere.example/",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Port: 4430",
                "Forwarded: for=192.0.2.1;proto=http"
            })
    void whatDoesNotIsHttp(String headers) {
        assertEquals(false, isUsed(headers), headers);
    }

    private static boolean isUsed(String headers) {
        Map<String, String> fields = Stream.of(headers.split("[|]"))
                .map(field -> field.split(": ", 2))
                .collect(Collectors.toMap(
                        field -> field[0],
                        field -> field[1],
                        (a, b) -> a,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
        return Https.isUsed(fields::get);
    }
}
