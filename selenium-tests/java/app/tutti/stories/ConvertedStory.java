package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                ana.open(server.url("/playlists/smart/never"));
                assertTrue(
                        ana.see(".song .track-unplayable").getText().contains("ffmpeg"),
                        () -> ana.see(".song .track-unplayable").getText());
            }
        }
    }

    @Test
    void aBusyServerIsWaitedFor() throws IOException {
        int tooMany = 16 + Math.max(1, Runtime.getRuntime().availableProcessors() / 2) + 1;
        for (int song = 0; song < tooMany; song++) {
            Tone.longSilence(music.resolve("Ana/Tones").resolve("Silence %d.aiff".formatted(song)), 3 * 3600);
        }
        try (TuttiServer server = TuttiServer.notStarted().with("TUTTI_MUSIC_DIR", music.toString())) {
            server.start();
            try (Browser ana = Browser.desktop();
                    Crowd crowd = new Crowd(server)) {
                String page = server.url(server.pageOf("Hum"));
                ana.await("all are there", () -> {
                    ana.open(page);
                    return silences(ana).size() == tooMany ? true : null;
                });
                crowd.askFor(silences(ana));
                ana.await("the server has enough to do", () -> crowd.isTooMuch() ? true : null);
                ana.click("tr[data-title='Hum'] play-button button");
                ana.see("player-bar span[data-problem=waiting]");
                crowd.close();
                ana.await("it sounds", () -> seconds(ana) > 1 ? true : null);
                ana.gone("player-bar .player-problem");
            }
        }
    }

    private static List<?> silences(Browser ana) {
        return (List<?>) ana.value("[...document.querySelectorAll('tr.track:not([data-title=Hum])')]"
                + ".map((row) => row.dataset.track)");
    }

    /** Programs that ask for tracks and wait. */
    private static final class Crowd implements AutoCloseable {
        private final TuttiServer server;
        private final List<Socket> sockets = new ArrayList<>();

        Crowd(TuttiServer server) {
            this.server = server;
        }

        void askFor(List<?> tracks) throws IOException {
            for (Object track : tracks) {
                URI url = URI.create(server.url("/api/tracks/" + track + "/audio"));
                Socket socket = new Socket(url.getHost(), url.getPort());
                sockets.add(socket);
                String request = "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
                        .formatted(
                                url.getPath(), url.getAuthority(), server.key().cookie());
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }
        }

        /** Somebody was refused. */
        boolean isTooMuch() {
            return sockets.stream().anyMatch(Crowd::isAnswered);
        }

        private static boolean isAnswered(Socket socket) {
            try {
                return socket.getInputStream().available() > 0;
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }

        @Override
        public void close() {
            sockets.forEach(socket -> {
                try {
                    socket.close();
                } catch (IOException closedAlready) {
                    throw new UncheckedIOException(closedAlready);
                }
            });
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
