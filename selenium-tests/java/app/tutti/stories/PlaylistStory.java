package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ana puts music together, and marks what she likes. */
class PlaylistStory {
    private static final String TITLES = "[...document.querySelectorAll('.song')].map((song) => song.dataset.title)";

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
    void aListIsMadeFromATrackPutIntoOrderByKeyboardAndHadBackAfterItWasDeleted() {
        try (Browser ana = Browser.desktop()) {
            ana.open(server.url(server.pageOf("Two Rooms")));
            add(ana, "Two Rooms");
            ana.type("add-to-playlist input[name=name]", "Sunday");
            ana.click("add-to-playlist .add-new button");
            ana.seeText(".toast", "Added to Sunday");
            ana.gone("add-to-playlist dialog[open]");
            add(ana, "Last Tram");
            ana.click("add-to-playlist .add-choice");
            ana.gone("add-to-playlist dialog[open]");
            // The same again asks first, and can be taken back.
            add(ana, "Last Tram");
            ana.click("add-to-playlist .add-choice");
            ana.see("add-to-playlist [data-holds=again]");
            ana.click("add-to-playlist .add-choice");
            ana.gone("add-to-playlist dialog[open]");
            ana.click(".toast:last-child [data-action=act]");

            ana.click("header a[href='/playlists']");
            ana.click(".list-card a");
            ana.seeText("h1", "Sunday");
            assertEquals(List.of("Two Rooms", "Last Tram"), ana.value(TITLES));
            String page = ana.path();

            ana.type("[data-title='Two Rooms'] [data-action=drag]", "\uE015"); // arrow down
            ana.await(
                    "the order is kept",
                    () -> ana.value("document.querySelector('playlist-entries').dataset.version")
                                    .equals("4")
                            ? true
                            : null);
            ana.reload();
            ana.see(".song");
            assertEquals(List.of("Last Tram", "Two Rooms"), ana.value(TITLES));

            ana.click("[data-title='Last Tram'] play-button button");
            ana.seeText("player-bar [data-field=title]", "Last Tram");
            ana.click("[data-title='Last Tram'] [data-action=remove]");
            ana.gone("[data-title='Last Tram'].song");
            ana.seeText("player-bar [data-field=title]", "Last Tram");

            ana.click("[data-action=delete]");
            ana.seeText(".undo", "Sunday");
            ana.gone(".list-card a[href='" + page + "']");
            ana.click("[data-action=undo]");
            ana.seeText("h1", "Sunday");
            assertEquals(List.of("Two Rooms"), ana.value(TITLES));
            assertEquals("[]", ana.complaints().toString());
        }
    }

    @Test
    void aListThatChangedInAnotherWindowIsNotOverwritten(@TempDir Path folder) throws IOException {
        try (Browser ana = Browser.desktop()) {
            String list = bring(ana, folder, "Two Rooms.mp3\n02 Last Tram.m4a\n01 Two Rooms.mp3\nnothing.mp3\n");
            ana.see("[data-title='Last Tram']");
            ana.script("""
                    const done = arguments[arguments.length - 1];
                    const entry = document.querySelector(".song").dataset.entry;
                    fetch(`/api${arguments[0]}/entries/${entry}?version=0`, { method: "DELETE" }).then(() => done());
                    """, list);
            ana.type("[data-title='Last Tram'] [data-action=drag]", "\uE015");
            ana.see("[data-problem=changed]");
            ana.click("[data-problem=changed] a");
            ana.await("it is shown as it is", () -> ana.value(TITLES).equals(List.of("Two Rooms")) ? true : null);
        }
    }

    @Test
    void aRowIsDraggedByItsHandle(@TempDir Path folder) throws IOException {
        try (Browser ana = Browser.desktop()) {
            bring(ana, folder, "01 Two Rooms.mp3\n02 Last Tram.m4a\n01 Slow Satellites.ogg\n");
            ana.drag("[data-title='Two Rooms'] [data-action=drag]", "[data-title='Slow Satellites']");
            List<String> wanted = List.of("Last Tram", "Slow Satellites", "Two Rooms");
            ana.await("it stands last", () -> ana.value(TITLES).equals(wanted) ? true : null);
            ana.await(
                    "the order is kept",
                    () -> ana.value("document.querySelector('playlist-entries').dataset.version")
                                    .equals("1")
                            ? true
                            : null);
            ana.reload();
            ana.see(".song");
            assertEquals(wanted, ana.value(TITLES));
        }
    }

    @Test
    void aHeartIsKeptAndFoundAgain() {
        try (Browser ana = Browser.phone()) {
            ana.open(server.url(server.pageOf("Slow Satellites")));
            ana.click("[data-title='Slow Satellites'] .heart");
            ana.click(".release-actions .heart");
            ana.see("[data-title='Slow Satellites'] .heart[aria-pressed=true]");
            ana.gone("heart-button [aria-busy=true]");
            ana.reload();
            ana.see("[data-title='Slow Satellites'] .heart[aria-pressed=true]");
            ana.open(server.url("/favourites"));
            ana.see(".song[data-title='Slow Satellites']");
            ana.seeText(".card-title", "Slow Satellites");
            ana.click(".song .heart");
            ana.see(".song .heart[aria-pressed=false]");
            ana.gone("heart-button [aria-busy=true]");
            ana.reload();
            ana.gone(".song");
            assertEquals("[]", ana.complaints().toString());
        }
    }

    private static void add(Browser ana, String title) {
        ana.click("[data-title='" + title + "'] [data-action=track-menu]");
        ana.click("track-menu [data-item=playlist]");
        ana.see("add-to-playlist dialog[open]");
    }

    /** Brings a file along and opens the playlist that is made of it. */
    private static String bring(Browser ana, Path folder, String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("Evening.m3u8"), lines);
        server.pageOf("Two Rooms");
        ana.open(server.url("/playlists"));
        ready(ana, "import-playlist");
        ana.type("import-playlist input", file.toString());
        ana.seeText("import-playlist dialog", "Import finished");
        ana.click("import-playlist [data-list]");
        ana.seeText("h1", "Evening");
        ready(ana, "playlist-entries");
        return ana.path();
    }

    /** Its script has come: that is fetched with the first page that has it. */
    private static void ready(Browser ana, String element) {
        String there = "document.querySelector('%s:defined') !== null".formatted(element);
        ana.await(element + " is ready", () -> (Boolean) ana.value(there) ? true : null);
    }
}
