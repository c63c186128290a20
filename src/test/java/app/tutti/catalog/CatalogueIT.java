package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.catalog.covers.control.CoverFiles;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.library.entity.ReleasePage;
import app.tutti.catalog.library.entity.TrackRow;
import app.tutti.catalog.scan.control.Scanner;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo library through the real server and the real database. */
@ExtendWith(ArquillianExtension.class)
public class CatalogueIT {
    @ArquillianResource
    private URL address;

    @Inject
    Catalogue catalogue;

    @Inject
    CoverFiles covers;

    @Inject
    Scanner scanner;

    @Deployment
    static WebArchive war() {
        return PackagedWar.with(CatalogueIT.class);
    }

    @BeforeEach
    void theDemoMusicIsThere() throws InterruptedException {
        PackagedWar.await("the demo library is scanned", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.total() > 0;
        });
    }

    @Test
    public void everyDemoPieceIsInTheCatalogue() {
        assertEquals(5, catalogue.size().tracks());
        assertEquals(0, scanner.progress().refused());
    }

    @Test
    public void everyReleaseHasAnArtistACoverAndItsTracksInOrder() {
        List<ReleaseCard> releases = catalogue.recentReleases(100);
        assertFalse(releases.isEmpty());
        for (ReleaseCard card : releases) {
            ReleasePage page = catalogue.release(card.id()).orElseThrow();
            assertTrue(catalogue.artist(page.artistId()).isPresent());
            assertTrue(covers.find(page.cover()).isPresent());
            List<Integer> numbers = page.tracks().stream().map(TrackRow::number).toList();
            assertEquals(numbers.stream().sorted().toList(), numbers);
            assertTrue(page.tracks().stream().allMatch(track -> track.durationSeconds() > 10));
        }
    }

    @Test
    public void aCoverIsSentOnce() throws Exception {
        for (String name : List.of("-96", "-96.jpg", "-full")) {
            HttpResponse<byte[]> first = cover(name);
            assertEquals(200, first.statusCode(), name);
            assertEquals("image/jpeg", header(first, "Content-Type"), name);
            assertTrue(header(first, "Cache-Control").contains("immutable"), name);
            HttpResponse<byte[]> again = cover(name, "If-None-Match", header(first, "ETag"));
            assertEquals(304, again.statusCode(), name);
            assertEquals(0, again.body().length, name);
            assertEquals(header(first, "ETag"), header(again, "ETag"), name);
            assertEquals(200, cover(name, "If-None-Match", "\"other\"").statusCode(), name);
        }
    }

    @Test
    public void whoTakesWebpGetsItOnceItIsMade() throws Exception {
        String jpeg = header(cover("-320"), "ETag");
        PackagedWar.await("it is made", () -> type("-320").equals("image/webp"));
        HttpResponse<byte[]> webp = cover("-320", "Accept", "image/webp,*/*");
        assertEquals("WEBP", new String(webp.body(), 8, 4, StandardCharsets.US_ASCII));
        assertEquals("Accept", header(webp, "Vary"));
        assertNotEquals(jpeg, header(webp, "ETag"), "a cache must tell them apart");
        assertEquals(
                304,
                cover("-320", "Accept", "image/webp", "If-None-Match", header(webp, "ETag"))
                        .statusCode());
        assertEquals(
                200,
                cover("-320", "Accept", "image/webp", "If-None-Match", jpeg).statusCode());
        assertEquals("image/jpeg", header(cover("-320", "Accept", "image/png,*/*"), "Content-Type"));
        assertEquals("image/jpeg", type("-320.jpg"));
        assertEquals("image/jpeg", type("-full"));
    }

    private String type(String name) {
        return header(cover(name, "Accept", "image/webp,*/*"), "Content-Type");
    }

    private HttpResponse<byte[]> cover(String name, String... headers) {
        String cover = catalogue.recentReleases(1).getFirst().cover();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address.toString()).resolve("/covers/" + cover + name));
        // As browsers ask: without TLS they never offer to change to HTTP/2.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    @Test
    public void aSecondScanChangesNothing() throws InterruptedException {
        List<ReleaseCard> before = catalogue.recentReleases(100);
        scanner.scan();
        assertEquals(before, catalogue.recentReleases(100));
        assertEquals(5, catalogue.size().tracks());
    }
}
