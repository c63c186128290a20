package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesControllerTest {
    @Test
    void onePathOfOursIsReturnedTo() {
        assertEquals("/releases/7", PreferencesController.here("/releases/7"));
        assertEquals("/", PreferencesController.here("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "", "javascript:alert(1)", "/a?b"})
    void everythingElseLeadsHome(String path) {
        assertEquals("/", PreferencesController.here(path));
    }

    @Test
    void nothingLeadsHome() {
        assertEquals("/", PreferencesController.here(null));
    }
}
