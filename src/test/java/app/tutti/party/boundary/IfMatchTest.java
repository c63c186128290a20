package app.tutti.party.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"now\"",
                "*",
                "\"*\"",
                "\"before\", \"now\"",
                "W/\"now\" ,\"now\"",
                "now",
                "before,now",
                "\"before\", now"
            })
    void theSessionIsMeant(String header) {
        assertEquals(IfMatch.HOLDS, IfMatch.of(header, "now"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"before\"", "W/\"now\"", "W/now", "", "\"now\" and then", "before", "now\"", "now and then"})
    void anotherSessionIsMeant(String header) {
        assertEquals(IfMatch.FAILS, IfMatch.of(header, "now"));
    }

    @Test
    void nothingIsMeantWithoutAWord() {
        assertEquals(IfMatch.MISSING, IfMatch.of(null, "now"));
    }
}
