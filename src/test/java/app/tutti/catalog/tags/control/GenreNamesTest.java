package app.tutti.catalog.tags.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GenreNamesTest {
    @Test
    void aSlashIsPartOfANameUnlessBothHalvesAreInId3sList() {
        assertEquals(List.of("Singer/Songwriter"), of("Singer/Songwriter"));
        assertEquals(List.of("R&B/Unheard"), of("R&B/Unheard"));
        assertEquals(List.of("Hip-Hop", "rap"), of("Hip-Hop / rap"));
    }

    @Test
    void aSemicolonIsBetweenTwo() {
        assertEquals(List.of("Jazz", "Singer/Songwriter"), of("Jazz; Singer/Songwriter"));
    }

    @Test
    void aNumberIsAGenreWhereId3SaysSo() {
        assertEquals(List.of("Jazz"), ofId3("8"));
        assertEquals(List.of("Jazz"), ofId3("(8)"));
        assertEquals(List.of("Jazz", "Rock"), ofId3("(8)(17)"));
        assertEquals(List.of("Eurodisco"), ofId3("(4)Eurodisco"));
        assertEquals(List.of("(Live)"), ofId3("((Live)"));
        assertEquals(List.of("Remix"), ofId3("(RX)"));
        assertEquals(List.of(), ofId3("255"));
        assertEquals(List.of(), ofId3("1999"));
        assertEquals(List.of(), of("8"));
        assertEquals(List.of("80s"), of("80s"));
    }

    private static List<String> of(String value) {
        return GenreNames.of(value).toList();
    }

    private static List<String> ofId3(String value) {
        return GenreNames.ofId3(value).toList();
    }
}
