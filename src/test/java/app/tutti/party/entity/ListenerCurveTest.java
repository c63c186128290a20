package app.tutti.party.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListenerCurveTest {
    private static final OffsetDateTime BEGAN = OffsetDateTime.parse("2026-03-06T20:00:00Z");
    private static final UUID PARTY = UUID.randomUUID();

    @Test
    void theLineStaysUntilTheNumberChanges() {
        ListenerCurve curve = ListenerCurve.of(
                List.of(sample(0, 0), sample(15, 4), sample(30, 2), sample(45, 1)), BEGAN, BEGAN.plusMinutes(60));
        // Half of 600 is half of the hour, and 60 of 120 is two of four.
        assertEquals("M0 120H150V0H301V60H451V90H600", curve.line());
        assertEquals(4, curve.most());
        assertEquals(BEGAN.plusMinutes(15).toInstant(), curve.mostAt().toInstant());
        assertEquals(1, curve.atEnd());
    }

    @Test
    void nobodyIsALineOnTheGround() {
        assertEquals("M0 120H600", ListenerCurve.of(List.of(), BEGAN, BEGAN).line());
        assertEquals(
                "M0 120H600",
                ListenerCurve.of(List.of(sample(0, 0)), BEGAN, BEGAN.plusMinutes(1))
                        .line());
    }

    @Test
    void aDayIsNoLongerThanTheDrawingIsWide() {
        List<ListenerSample> day = IntStream.range(0, 24 * 360)
                .mapToObj(tens -> new ListenerSample(PARTY, BEGAN.plusSeconds(10L * tens), tens % 7))
                .toList();
        ListenerCurve curve = ListenerCurve.of(day, BEGAN, BEGAN.plusDays(1));
        assertTrue(curve.line().length() < 600 * 10, curve.line());
        assertEquals(6, curve.most());
    }

    @Test
    void whatWasWrittenOutsideOfThePartysTimeIsAtItsEdges() {
        ListenerCurve curve = ListenerCurve.of(List.of(sample(-5, 1), sample(90, 2)), BEGAN, BEGAN.plusMinutes(60));
        assertEquals("M0 60H600V0H600", curve.line());
    }

    private static ListenerSample sample(int minute, int listeners) {
        return new ListenerSample(PARTY, BEGAN.plusMinutes(minute), listeners);
    }
}
