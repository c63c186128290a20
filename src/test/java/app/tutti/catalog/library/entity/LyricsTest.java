package app.tutti.catalog.library.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.tutti.catalog.library.entity.Lyrics.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class LyricsTest {
    @Test
    void linesWithoutTimesStayAsTheyAre() {
        assertEquals(
                List.of(new Line(null, "The last tram"), new Line(null, ""), new Line(null, "goes home")),
                lines("The last tram\n\ngoes home"));
    }

    @Test
    void aRefrainStandsWhereverItIsSung() {
        assertEquals(
                List.of(new Line(1.5, "Two rooms"), new Line(12.0, "one lamp"), new Line(61.25, "Two rooms")),
                lines("[ar:Copper Lamp Trio]\n[00:01.50][01:01.25]Two rooms\n[00:12]one lamp"));
    }

    @Test
    void anOffsetMovesAllOfThemAndNoneBeforeTheBeginning() {
        assertEquals(List.of(new Line(0.0, "a"), new Line(9.5, "b")), lines("[offset:+500]\n[00:00.20]a\n[00:10.00]b"));
    }

    @Test
    void timesOfWordsAreLeftOut() {
        assertEquals(List.of(new Line(3.0, "Two rooms")), lines("[00:03.00]<00:03.00> Two <00:03.40> rooms"));
    }

    @Test
    void bracketsAloneAreNoTimes() {
        Lyrics lyrics = Lyrics.of("[Chorus]\nTwo rooms").orElseThrow();
        assertFalse(lyrics.synced());
        assertEquals(new Line(null, "[Chorus]"), lyrics.lines().getFirst());
    }

    private static List<Line> lines(String text) {
        return Lyrics.of(text).orElseThrow().lines();
    }
}
