package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database is killed in the middle of the music, and comes back. */
class DatabaseStory {
    private static final Pattern AWAY = Pattern.compile("\\[database] It does not answer");
    private static final Pattern BACK = Pattern.compile("\\[database] It answers again");

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
    void whoListensHearsNothingOfItAndPagesComeBackByThemselves() throws IOException {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            PartyStory.anaPlaysTwoRooms(server, ana);
            String invitation = PartyStory.anaStartsAParty(ana);
            bruno.open(invitation);
            PartyStory.brunoHears(bruno, "Two Rooms");
            assertEquals(200, ask("/health/ready").statusCode());

            Path mark = server.dataFolder().resolve("postgres/data/PG_VERSION");
            // Without it a start is refused, so that there is time to look around.
            Path aside = Files.move(mark, mark.resolveSibling("PG_VERSION.aside"));
            killDatabase();
            ana.await("it is missed", () -> ask("/releases").statusCode() == 503 ? true : null);
            HttpResponse<String> page = ask("/releases");
            assertEquals("5", page.headers().firstValue("Retry-After").orElse(""));
            assertTrue(page.body().contains("Tutti cannot reach its database"), page.body());
            assertEquals(503, ask("/api/search?q=rooms").statusCode());
            assertEquals(503, ask("/health/ready").statusCode());
            assertEquals(200, ask("/health/live").statusCode());
            String here = ana.path();
            ana.click("header a[href='/artists']");
            ana.see("away-line [data-away=page]");
            assertEquals(here, ana.path(), "the page before is there");
            PartyStory.brunoHears(bruno, "Two Rooms");
            ana.see("party-button [data-party=live]");

            Files.move(aside, mark);
            ana.await("it is back", () -> ask("/releases").statusCode() == 200 ? true : null);
            assertEquals(200, ask("/health/ready").statusCode());
            ana.seeText("h1", "Artists");
            PartyStory.brunoHears(bruno, "Two Rooms");
            ana.see("party-button [data-party=live]");
            assertEquals(1, AWAY.matcher(server.log()).results().count(), server.log());
            assertEquals(1, BACK.matcher(server.log()).results().count(), server.log());
            assertFalse(server.log().contains("\tat "), server.log());
        }
    }

    private static void killDatabase() throws IOException {
        Path lock = server.dataFolder().resolve("postgres/data/postmaster.pid");
        ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).getFirst().strip()))
                .orElseThrow()
                .destroyForcibly();
    }

    private static HttpResponse<String> ask(String path) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.url(path)))
                            .header("Accept", "text/html")
                            .header("Cookie", server.key().cookie())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
