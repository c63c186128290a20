package app.tutti.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @Test
    void onePathOfOursIsReturnedTo() {
        assertEquals("/releases/7", ReturnPath.of("/releases/7").value());
        assertEquals("/", ReturnPath.of("/").value());
        assertEquals(
                "/search?q=two%20rooms", ReturnPath.of("/search?q=two%20rooms").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "", "javascript:alert(1)"})
    void everythingElseLeadsHome(String path) {
        assertEquals("/", ReturnPath.of(path).value());
    }

    @Test
    void nothingLeadsHome() {
        assertEquals("/", ReturnPath.of(null).value());
    }
}
