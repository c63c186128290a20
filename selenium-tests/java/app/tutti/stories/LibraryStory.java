package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ana has brought a large library, which takes a while to be read. */
class LibraryStory {
    private static final int FILES = 4_000;
    private static final String LOOKED = "Looked at 4,000 of 4,000 files in ";
    private static final Path SONG = Path.of("src/test/resources/catalog/one.mp3");

    @TempDir
    Path place;

    private Path music;
    private Path more;
    private TuttiServer server;

    @BeforeEach
    void muchMusic() throws IOException {
        music = Files.createDirectory(place.resolve("music"));
        more = Files.createDirectory(place.resolve("more"));
        Path song = Files.copy(SONG, music.resolve("song.mp3"));
        // One file under many names: they take no room, and no time to be made.
        for (int number = 1; number < FILES; number++) {
            Path release = Files.createDirectories(more.resolve("Release " + number / 12));
            Files.createLink(release.resolve(number + ".mp3"), song);
        }
        server = TuttiServer.notStarted().with("TUTTI_MUSIC_DIR", music.toString());
        server.start();
    }

    @AfterEach
    void tuttiStops() {
        server.close();
    }

    @Test
    void aScanThatWasKilledGoesOnWhereItWas() throws Exception {
        PackagedWar.await("the first scan has ended", () -> server.log().contains("Looked at 1 of 1 files in "));
        Files.move(more, music.resolve("more"));
        PackagedWar.await("some of them are stored", () -> tracks().size() > 1);
        server.kill();
        List<String> before = tracks();
        assertTrue(before.size() < FILES, "it must have been killed early");

        server.start();
        PackagedWar.await("the scan has ended", () -> server.log().contains(LOOKED));
        List<String> after = tracks();
        assertEquals(FILES, after.size());
        assertTrue(after.containsAll(before), "what had been stored is not read again");
        assertEquals(List.of(String.valueOf(FILES)), server.ask("select sum(track_count) from release"));
        assertEquals(List.of(String.valueOf(FILES)), server.ask("select sum(track_count) from artist"));
    }

    @Test
    void aScanIsBegunAndCancelledByKeyboardAndByMouse() throws Exception {
        try (Browser ana = Browser.desktop()) {
            ana.open(server.url("/set-up"));
            ana.type("input[name=code]", server.setUpCode());
            ana.type("input[name=name]", "Ana");
            ana.type("input[name=password]", "three old records");
            ana.click(".entry-form button[type=submit]");
            ana.see(".account-menu");
            ana.open(server.url("/library"));
            Files.move(more, music.resolve("more"));
            PackagedWar.await("all of it is stored", () -> tracks().size() == FILES);
            PackagedWar.await("that scan has ended", () -> server.log().contains(LOOKED));
            ana.reload();
            ana.see("[data-scan=done]");
            List<String> before = tracks();
            assertEquals(FILES, before.size());

            ana.type("[data-action=scan-everything]", "\uE007"); // enter
            ana.see("[data-scan=running] progress");
            ana.type("[data-action=cancel-scan]", " ");
            ana.see("[data-scan=cancelled]");
            assertFalse(Collections.disjoint(tracks(), before), "it must have been cancelled early");

            ana.click("[data-action=scan-everything]");
            ana.see("[data-scan=running]");
            ana.click("[data-action=cancel-scan]");
            ana.see("[data-scan=cancelled]");

            ana.type("[data-action=scan]", "\uE007");
            ana.see("[data-scan=done]");
            assertEquals(FILES, tracks().size());
            assertEquals("[]", ana.complaints().toString());
        }
    }

    /** Each with the transaction that wrote it last. */
    private List<String> tracks() {
        return server.ask("select id || ' ' || xmin::text from track");
    }
}
