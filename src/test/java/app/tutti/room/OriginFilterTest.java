package app.tutti.room;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginFilterTest {
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void aPageOfTheSameAddressIsOurs() {
        assertTrue(OriginFilter.isOurs("http://music.local:8080", "music.local:8080", NONE));
        assertTrue(OriginFilter.isOurs("https://Music.example", "music.example", NONE));
    }

    @Test
    void aPageOfThePublicAddressIsOursBehindAProxy() {
        assertTrue(
                OriginFilter.isOurs("https://music.example", "127.0.0.1:8080", Optional.of("https://music.example/")));
    }

    @Test
    void theSchemesOwnPortMayBeSaidByAProxy() {
        assertTrue(OriginFilter.isOurs("http://music.example", "music.example:80", NONE));
        assertTrue(OriginFilter.isOurs("https://music.example", "music.example:443", NONE));
        assertTrue(OriginFilter.isOurs("http://[::1]", "[::1]:80", NONE));
        assertTrue(OriginFilter.isOurs("https://music.example", "127.0.0.1", Optional.of("https://music.example:443")));
        assertFalse(OriginFilter.isOurs("http://music.example", "music.example:443", NONE));
        assertFalse(OriginFilter.isOurs("https://music.example", "music.example:80", NONE));
        assertFalse(OriginFilter.isOurs("https://music.example", "music.example:8443", NONE));
    }

    @Test
    void everybodyElseIsNot() {
        assertFalse(OriginFilter.isOurs("http://evil.example", "music.local:8080", NONE));
        assertFalse(OriginFilter.isOurs("http://music.local:8081", "music.local:8080", NONE));
        assertFalse(OriginFilter.isOurs("null", "music.local:8080", NONE));
        assertFalse(OriginFilter.isOurs("not an address", "music.local:8080", NONE));
        assertFalse(OriginFilter.isOurs(null, "music.local:8080", NONE));
        assertFalse(OriginFilter.isOurs(null, null, NONE));
    }
}
