package app.tutti.party.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlayedTest {
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-03-06T20:00:00Z");

    private final Played played = new Played(List.of());

    @Test
    void whatGoesOnAfterAPauseIsTheSameOne() {
        played.heard(track("1", "Two Rooms"), THEN);
        played.heard(track("1", "Two Rooms"), THEN.plusMinutes(1));
        played.heard(track("2", "Night Ferry"), THEN.plusMinutes(2));
        played.heard(track("1", "Two Rooms"), THEN.plusMinutes(3));
        assertEquals(List.of("Two Rooms", "Night Ferry", "Two Rooms"), titles());
        assertEquals(THEN, played.toWrite().orElseThrow().at());
        assertEquals(THEN.plusMinutes(2), played.toWrite().orElseThrow().at());
    }

    @Test
    void aHostWhoSkipsWithoutEndFillsNoDiskAndNoMessage() {
        for (int number = 0; number < 2 * Played.MOST_WRITTEN; number++) {
            played.heard(track(String.valueOf(number), "Track " + number), THEN);
        }
        assertEquals(Played.MOST_TOLD, titles().size());
        assertEquals("Track " + (2 * Played.MOST_WRITTEN - 1), titles().getLast());
        assertEquals(
                Played.MOST_WRITTEN,
                Stream.generate(played::toWrite).takeWhile(Optional::isPresent).count());
    }

    @Test
    void aTitleAsLongAsABookIsCutBetweenCharacters() {
        played.heard(track("1", "♪".repeat(1000)), THEN);
        played.heard(track("2", "x" + "😀".repeat(499)), THEN);
        assertEquals("♪".repeat(199) + "…", titles().getFirst());
        assertEquals("x" + "😀".repeat(99) + "…", titles().getLast());
        assertTrue(titles().stream().allMatch(title -> title.length() <= 200));
    }

    @Test
    void afterARestartTheListGoesOn() {
        Played after = new Played(List.of(
                new PartyEvent.Heard("Night Ferry", "Harbour Lights"),
                new PartyEvent.Heard("Two Rooms", "Harbour Lights")));
        after.heard(track("1", "Two Rooms"), THEN);
        assertEquals(2, after.last().size(), "it still plays");
        assertEquals(Optional.empty(), after.toWrite());
        after.heard(track("2", "Night Ferry"), THEN);
        after.heard(track("1", "Two Rooms"), THEN);
        assertEquals(4, after.last().size());
    }

    private List<String> titles() {
        return played.last().stream().map(PartyEvent.Heard::title).toList();
    }

    private static PartyTrack track(String id, String title) {
        return new PartyTrack(id, title, "Harbour Lights", "Night Ferry", Optional.empty(), 60);
    }
}
