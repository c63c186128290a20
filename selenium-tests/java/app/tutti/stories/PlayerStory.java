package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ana listens by herself. */
class PlayerStory {
    private static TuttiServer server;

    @BeforeAll
    static void tuttiRuns() {
        server = TuttiServer.started();
    }

    @AfterAll
    static void tuttiStops() {
        server.close();
    }

    @Test
    void theMusicGoesOnFromPageToPage() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(ana);
            double last = seconds(ana);
            for (String path : List.of("/artists", "/releases", "/", "/party")) {
                ana.click("header a[href='" + path + "']");
                ana.await("the page is " + path, () -> ana.path().equals(path) ? true : null);
                double before = last;
                last = ana.await("the position advances on " + path, () -> seconds(ana) > before ? seconds(ana) : null);
                ana.seeText("player-bar [data-field=title]", "Two Rooms");
            }
            assertTrue(ana.complaints().isEmpty(), ana.complaints().toString());
        }
    }

    @Test
    void everyControlDoesWhatItSays() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(ana);
            ana.click("player-bar [data-action=toggle]");
            ana.see("player-bar [data-action=toggle] [data-playing=false].icon");
            double paused = seconds(ana);

            ana.slide("player-bar [data-slider=seek]", 40);
            assertTrue(paused < 35, "it must have been elsewhere");
            ana.await("it stands at 0:40", () -> Math.abs(seconds(ana) - 40) < 1 ? true : null);

            ana.slide("player-bar [data-slider=volume]", 0.3);
            ana.click("player-bar [data-action=mute]");
            assertEquals("true", ana.see("player-bar [data-action=mute]").getAttribute("aria-pressed"));

            ana.click("player-bar [data-action=next]");
            ana.seeText("player-bar [data-field=title]", "Last Tram");
            ana.await("it plays", () -> seconds(ana) > 0.2 && seconds(ana) < 35 ? true : null);
        }
    }

    @Test
    void aReloadKeepsTheTrackAndThePlaceAndWaitsForATap() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(ana);
            ana.slide("player-bar [data-slider=seek]", 30);
            ana.await("it is past 0:30", () -> seconds(ana) > 30 ? true : null);
            ana.reload();
            ana.seeText("player-bar [data-field=title]", "Two Rooms");
            ana.see("player-bar [data-action=toggle] [data-playing=false].icon");
            assertTrue(seconds(ana) >= 29, "the place is kept");
            ana.click("player-bar [data-action=toggle]");
            ana.await("it goes on", () -> seconds(ana) > 31 ? true : null);
        }
    }

    @Test
    void everyFormatOfTheDemoLibraryPlays() {
        try (Browser ana = Browser.phone()) {
            for (String title :
                    List.of("Two Rooms", "Last Tram", "Slow Satellites", "Canção de Quintal", "Pátio Vazio")) {
                ana.open(server.url(server.pageOf(title)));
                ana.click("tr[data-title='" + title + "'] play-button button");
                ana.seeText("player-bar [data-field=title]", title);
                ana.await(title + " sounds", () -> seconds(ana) > 0.5 && seconds(ana) < 20 ? true : null);
            }
        }
    }

    private static void anaPlaysTwoRooms(Browser ana) {
        ana.open(server.url(server.pageOf("Two Rooms")));
        ana.click("tr[data-title='Two Rooms'] play-button button");
        ana.seeText("player-bar [data-field=title]", "Two Rooms");
        ana.await("it plays", () -> seconds(ana) > 0.2 ? true : null);
    }

    private static double seconds(Browser ana) {
        return ((Number) ana.value("Number(document.querySelector('player-bar [data-slider=seek]').value)"))
                .doubleValue();
    }
}
