package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever runs Tutti: starts, stops and mishaps of the packaged jar. */
class ServerStory {
    private static final Pattern RELEASE = Pattern.compile("href=\"(/releases/\\d+)\"");

    @Test
    void theLogSaysWhereTheMediaPortIs() {
        try (TuttiServer server = TuttiServer.started()) {
            assertTrue(
                    server.log().contains("[sfu] Started [port:" + server.setting("TUTTI_RTC_PORT") + ", announced:"),
                    server.log());
        }
    }

    @Test
    void afterAKillTheSecondStartFindsEverythingAgain() throws Exception {
        try (TuttiServer server = TuttiServer.started()) {
            String release = firstRelease(server);
            server.kill();

            server.start();
            assertEquals(release, firstRelease(server));
        }
    }

    @Test
    void stoppingStopsTheDatabaseToo() {
        try (TuttiServer server = TuttiServer.started()) {
            var running = server.dataFolder().resolve("postgres/data/postmaster.pid");
            assertTrue(Files.exists(running), "the database must run first");
            server.stop();
            assertFalse(Files.exists(running));
        }
    }

    @Test
    void aWrongValueStopsTheStartWithOneSentenceThatNamesIt() {
        try (TuttiServer server = TuttiServer.notStarted().with("TUTTI_PARTY_BITRATE", "loud")) {
            String said = server.refusal();
            assertEquals(
                    "Tutti did not start. TUTTI_PARTY_BITRATE is \"loud\", but it must be kbit/s from 64 to 256.",
                    said.strip());
            assertEquals(1, server.exitCode());
        }
    }

    @Test
    void aPortInUseStopsTheStartWithOneSentenceThatNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                TuttiServer server =
                        TuttiServer.notStarted().with("TUTTI_PORT", String.valueOf(taken.getLocalPort()))) {
            assertOneSentence(server.refusal(), "TUTTI_PORT is " + taken.getLocalPort());
        }
        try (DatagramSocket taken = new DatagramSocket(0);
                TuttiServer server =
                        TuttiServer.notStarted().with("TUTTI_RTC_PORT", String.valueOf(taken.getLocalPort()))) {
            assertOneSentence(server.refusal(), "TUTTI_RTC_PORT is " + taken.getLocalPort());
        }
    }

    private static void assertOneSentence(String said, String start) {
        assertTrue(said.startsWith("Tutti did not start. " + start), said);
        assertEquals(1, said.strip().lines().count(), said);
    }

    private static String firstRelease(TuttiServer server) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(server.url("/releases"))).build();
            for (int tries = 0; tries < 100; tries++) {
                Matcher release = RELEASE.matcher(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
                if (release.find()) {
                    return release.group(1);
                }
                Thread.sleep(200);
            }
        }
        throw new AssertionError("no release appeared");
    }
}
