package app.tutti.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {
    @ParameterizedTest
    @CsvSource({
        "💔 Band,💔",
        "👩‍🎤 Band,👩‍🎤",
        "🇧🇷 Band,🇧🇷",
        "E\u0301mile,E\u0301",
        "Ana,A",
        "夜,夜",
        "की,की",
        "!!!,!"
    })
    void theFirstLetterIsWhatPeopleSee(String name, String letter) {
        assertEquals(letter, Graphemes.first(name));
    }

    @Test
    void nothingHasNoLetter() {
        assertEquals("", Graphemes.first(""));
    }

    @Test
    void aLetterIsCutOutWhole() {
        assertEquals("ab", Graphemes.cut("ab", 2));
        assertEquals("a", Graphemes.cut("a👩‍🎤b", 3));
        assertEquals("a👩‍🎤", Graphemes.cut("a👩‍🎤b", 4));
        assertEquals("👩‍", Graphemes.cut("👩‍🎤b", 2), "one that is longer than the whole may be");
    }
}
