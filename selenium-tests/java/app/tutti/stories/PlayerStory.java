package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Ana listens by herself. */
class PlayerStory {
    private static final String WITH_PLAYER = """
            const done = arguments[arguments.length - 1];
            import("/js/app.js").then(({ player, sound }) => { %s });
            """;

    private static TuttiServer server;

    @BeforeAll
    static void tuttiRuns() {
        server = TuttiServer.started();
    }

    @AfterAll
    static void tuttiStops() {
        server.close();
    }

    @BeforeEach
    void nothingIsQueued() {
        server.queueNothing();
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
            assertEquals("[]", ana.complaints().toString());
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

    @Test
    void theNextTrackBeginsByItselfWithoutAPause() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(ana);
            assertEquals(false, ana.script(WITH_PLAYER.formatted("done(sound.context !== null)")), "no Web Audio yet");
            ana.script(WITH_PLAYER.formatted("""
                    window.pauses = 0;
                    player.addEventListener("pause", () => window.pauses++);
                    done(player.seek(player.durationSec - 4));
                    """));
            ana.await(
                    "the next file is there before it is needed",
                    () -> Boolean.TRUE.equals(ana.script(WITH_PLAYER.formatted(
                                    "done(sound.elements.every((element) => element.readyState === 4))")))
                            ? true
                            : null);
            ana.seeText("player-bar [data-field=title]", "Two Rooms");
            ana.seeText("player-bar [data-field=title]", "Last Tram");
            ana.await("it plays", () -> seconds(ana) > 0.2 && seconds(ana) < 20 ? true : null);
            assertEquals(0L, ana.value("window.pauses"));
        }
    }

    @Test
    void repeatedATrackBeginsAgain() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(ana);
            ana.type("body", "rr");
            ana.see("player-bar [data-action=repeat] .icon[data-repeat=one]");
            ana.script(WITH_PLAYER.formatted("done(player.seek(player.durationSec - 2))"));
            ana.await("it is near the end", () -> seconds(ana) > 60 ? true : null);
            ana.await("it is at its beginning", () -> seconds(ana) < 20 ? true : null);
            ana.seeText("player-bar [data-field=title]", "Two Rooms");
        }
    }

    @Test
    void aCrossfadeLetsBothBeHeard() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(ana);
            ana.type("body", "q");
            ana.click("dialog.drawer [data-action=show-settings]");
            ana.slide("dialog.drawer input[name=crossfade]", 6);
            Pictures.take(ana, "sound");
            ana.type("dialog.drawer", Keys.ESCAPE.toString());
            ana.script(WITH_PLAYER.formatted("done(player.seek(player.durationSec - 9))"));
            ana.await(
                    "both play",
                    () -> Boolean.TRUE.equals(
                                    ana.script(
                                            WITH_PLAYER.formatted(
                                                    "done(sound.elements.every((element) => !element.paused && element.currentTime > 0.5))")))
                            ? true
                            : null);
            ana.seeText("player-bar [data-field=title]", "Last Tram");
            ana.click("player-bar [data-action=toggle]");
            assertEquals(true, ana.script(WITH_PLAYER.formatted("done(sound.elements.every(({ paused }) => paused))")));
        }
    }

    @Test
    void theQueueIsArrangedByKeyboardAndOutlivesAReload() {
        try (Browser ana = Browser.phone()) {
            anaPlaysTwoRooms(ana);
            ana.type("body", "q");
            assertEquals(List.of("Two Rooms", "Last Tram"), queued(ana));
            Pictures.take(ana, "queue");
            ana.type("dialog.drawer li:nth-child(2) [data-action=drag]", Keys.ARROW_UP.toString());
            ana.await(
                    "they have changed places",
                    () -> queued(ana).equals(List.of("Last Tram", "Two Rooms")) ? true : null);
            ana.see("dialog.drawer li:first-child [data-action=drag]:focus");
            ana.see("dialog.drawer li[aria-current]:nth-child(2)");

            ana.reload();
            ana.seeText("player-bar [data-field=title]", "Two Rooms");
            ana.type("body", "q");
            assertEquals(List.of("Last Tram", "Two Rooms"), queued(ana));
            ana.click("dialog.drawer li:first-child [data-action=remove]");
            ana.await("it is gone", () -> queued(ana).equals(List.of("Two Rooms")) ? true : null);
        }
    }

    @Test
    void aReleaseJoinsTheQueueAndADragPutsItInFront() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(ana);
            ana.open(server.url(server.pageOf("Slow Satellites")));
            ana.click("queue-button button");
            ana.seeText(".toast", "In the queue: Slow Satellites");
            ana.type("body", "q");
            assertEquals(List.of("Two Rooms", "Last Tram", "Slow Satellites"), queued(ana));
            ana.dragAbove(
                    "dialog.drawer li:nth-child(3) [data-action=drag]",
                    "dialog.drawer li:nth-child(2) [data-action=drag]");
            ana.await(
                    "it was dragged",
                    () -> queued(ana).equals(List.of("Two Rooms", "Slow Satellites", "Last Tram")) ? true : null);
        }
    }

    @Test
    void aTracksMenuPlaysItNextAndSeveralAreTakenBackAtOnce() {
        try (Browser ana = Browser.desktop()) {
            anaPlaysTwoRooms(ana);
            ana.open(server.url("/tracks"));
            // The play button has the focus after a click; shortcuts go on working, and the menu key opens the menu.
            ana.click("tr[data-title='Two Rooms'] play-button button");
            ana.type("tr[data-title='Two Rooms'] play-button button", "m");
            ana.see("player-bar [data-action=mute][aria-pressed=true]");
            ana.script("document.querySelector(\"tr[data-title='Slow Satellites'] .track-title\").dispatchEvent("
                    + "new MouseEvent('contextmenu', {bubbles: true, cancelable: true, button: 2, clientX: 300, clientY: 300}));"
                    + "arguments[0]()");
            ana.see("track-menu [data-item=next]:focus");
            ana.press(Keys.ENTER);
            ana.seeText(".toast", "Plays next: Slow Satellites");
            ana.type("body", "q");
            ana.await("it is next", () -> queued(ana).indexOf("Slow Satellites") == 1 ? true : null);
            ana.press(Keys.ESCAPE);
            int before = queued(ana).size();

            select(ana, "Two Rooms");
            select(ana, "Last Tram");
            ana.seeText("track-selection", "2");
            ana.click("track-selection [data-action=queue]");
            ana.seeText(".toast:last-child", "2 tracks are in the queue");
            ana.click(".toast:last-child [data-action=act]");
            ana.type("body", "q");
            ana.await("they are out again", () -> queued(ana).size() == before ? true : null);
        }
    }

    private static void select(Browser ana, String title) {
        ana.script("document.querySelector(\"tr[data-title='" + title + "'] .track-play\").dispatchEvent("
                + "new MouseEvent('click', {bubbles: true, cancelable: true, ctrlKey: true})); arguments[0]()");
    }

    private static List<?> queued(Browser ana) {
        return (List<?>) ana.value(
                "[...document.querySelectorAll('dialog.drawer .queue-title')].map((title) => title.textContent)");
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
