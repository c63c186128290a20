package app.tutti.catalog.search.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SearchTextTest {
    @Test
    void whateverIsTypedIsShort() {
        assertEquals(100, new SearchText("a".repeat(10_240)).text().length());
        assertEquals(200, new SearchText("😀".repeat(10_240)).text().length(), "whole characters");
    }

    @Test
    void whatCannotBeStoredIsNotAskedFor() {
        assertEquals("ab", new SearchText("a\0\u202Eb\uD83D").text());
        assertTrue(new SearchText(null).empty());
        assertTrue(new SearchText(" \t\n").empty());
    }
}
