package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.MachineKey;
import app.tutti.PackagedWar;
import app.tutti.catalog.library.control.Catalogue;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.scan.control.ScanOrder;
import app.tutti.catalog.scan.control.Scanner;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that keeps its covers in a store: what it finds goes there, and what it shows comes from there. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class StoreIT {
    private static SmallStore store;

    @Inject
    Catalogue catalogue;

    @Inject
    Scanner scanner;

    @Deployment
    static WebArchive war() throws IOException {
        store = new SmallStore();
        forgetWhatAnEarlierStoreHad(Path.of(System.getProperty("tutti.it.data"), "covers-cache"));
        return PackagedWar.with(StoreIT.class)
                .addClass(SmallStore.class)
                .addAsResource(
                        new StringAsset("""
                config_ordinal=350
                TUTTI_IMAGES=s3://%s/covers
                TUTTI_S3_ENDPOINT=%s
                TUTTI_S3_REGION=%s
                TUTTI_S3_KEY=%s
                TUTTI_S3_SECRET=%s
                """.formatted(
                                        SmallStore.BUCKET,
                                        store.endpoint(),
                                        SmallStore.REGION,
                                        SmallStore.KEY,
                                        SmallStore.SECRET)),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    @Order(1)
    public void aScanKeepsEveryCover() throws Exception {
        PackagedWar.await("the first scan", () -> {
            var progress = scanner.progress();
            return !progress.running() && progress.total() > 0;
        });
        scanner.scan(ScanOrder.EVERYTHING);
        coversAreLookedForAgainByWhoeverComesNext();
        List<ReleaseCard> releases = catalogue.recentReleases(100);
        assertFalse(releases.isEmpty());
        assertTrue(releases.stream().allMatch(release -> release.cover() != null), releases.toString());
        assertFalse(scanner.owesCovers());
    }

    @Test
    @Order(2)
    @RunAsClient
    public void coversAreInTheStoreAndAreShownInSizes(@ArquillianResource URL server) throws Exception {
        List<String> kept =
                store.keys().stream().filter(key -> !key.contains("/sizes/")).toList();
        assertFalse(kept.isEmpty());
        for (String key : kept) {
            assertTrue(key.matches("covers/[0-9a-f]{64}\\.jpg"), key);
            String sha256 = key.substring("covers/".length(), key.length() - ".jpg".length());
            assertArrayEquals(
                    store.object(key), get(server, sha256 + "-full.jpg").body());
            assertArrayEquals(
                    get(server, sha256 + "-96.jpg").body(), store.object("covers/sizes/" + sha256 + "-96.jpg"));
        }
    }

    @Test
    @Order(3)
    @RunAsClient
    public void aStoreThatIsAwayCostsACoverAndNoPage(@ArquillianResource URL server) throws Exception {
        store.is(SmallStore.Mood.FAILING);
        assertEquals(404, get(server, "0".repeat(64) + "-96").statusCode());
        HttpResponse<byte[]> page = ask(server.toURI().resolve("/releases"));
        assertEquals(200, page.statusCode());
        store.is(SmallStore.Mood.WELL);
    }

    private static void forgetWhatAnEarlierStoreHad(Path cache) throws IOException {
        if (Files.exists(cache)) {
            try (Stream<Path> files = Files.walk(cache)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** With the data folder as it is this store is away. */
    private static void coversAreLookedForAgainByWhoeverComesNext() throws Exception {
        DataSource database = InitialContext.doLookup("java:app/jdbc/tutti");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update release set cover_wanted = true");
        }
    }

    private static HttpResponse<byte[]> get(URL server, String cover) throws Exception {
        return ask(server.toURI().resolve("/covers/" + cover));
    }

    private static HttpResponse<byte[]> ask(URI address) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .cookieHandler(MachineKey.cookies(address))
                .build()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        }
    }
}
