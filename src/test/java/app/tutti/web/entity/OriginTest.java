package app.tutti.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, http://localhost:8080",
        "https://Party.Example.org/, https://party.example.org",
        "HTTPS://party.example.org:443, https://party.example.org",
        "http://party.example.org:80, http://party.example.org",
        "http://party.example.org:443, http://party.example.org:443",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void twoWaysToWriteOneAreOne(String written, String origin) {
        assertEquals(Optional.of(new Origin(origin)), Origin.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "localhost:8080",
                "ftp://localhost",
                "http://",
                "http://ana@localhost",
                "http://localhost/party",
                "http://localhost?a",
                "http://localhost#a",
                "http://local host",
                "mailto:ana@example.org"
            })
    void whatIsNoOriginIsNone(String text) {
        assertEquals(Optional.empty(), Origin.of(text));
    }

    @Test
    void nothingIsNone() {
        assertEquals(Optional.empty(), Origin.of((String) null));
    }
}
