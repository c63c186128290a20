package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ana plays what her browser cannot play. */
class ConvertedStory {
    @TempDir
    Path folder;

    private Path music;

    @BeforeEach
    void anAiffIsThere() throws IOException {
        music = Files.createDirectories(folder.resolve("music"));
        new Tone(440, 20)
                .write(Files.createDirectories(music.resolve("Ana/Tones")).resolve("Hum.aiff"), "pcm_s16be");
    }

    @Test
    void anAiffSounds() {
        try (TuttiServer server = TuttiServer.notStarted().with("TUTTI_MUSIC_DIR", music.toString())) {
            server.start();
            try (Browser ana = Browser.desktop()) {
                play(ana, server);
                ana.await("it sounds", () -> seconds(ana) > 1 ? true : null);
                ana.slide("player-bar [data-slider=seek]", 15);
                ana.await("it goes on from there", () -> seconds(ana) > 15.5 ? true : null);
            }
        }
    }

    @Test
    void withoutFfmpegRowAndPlayerSayWhatIsMissing() {
        try (TuttiServer server = TuttiServer.notStarted()
                .with("TUTTI_MUSIC_DIR", music.toString())
                .with("PATH", folder.resolve("no-programs").toString())) {
            server.start();
            try (Browser ana = Browser.desktop()) {
                play(ana, server);
                assertTrue(
                        ana.see(".track-unplayable").getText().contains("ffmpeg"),
                        () -> ana.see(".track-unplayable").getText());
                ana.see("player-bar span[data-problem=unconverted]");
            }
        }
    }

    private static void play(Browser ana, TuttiServer server) {
        ana.open(server.url(server.pageOf("Hum")));
        ana.click("tr[data-title='Hum'] play-button button");
    }

    private static double seconds(Browser browser) {
        return ((Number) browser.value("Number(document.querySelector('player-bar [data-slider=seek]').value)"))
                .doubleValue();
    }
}
