package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody has on the page "You" is theirs: nobody else sees it, and what they revoke is over. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class YouIT {
    private static final Map<String, String> ANA =
            Map.of("name", "Ana", "password", "three old records", "remember", "yes");
    private static final Map<String, String> BIA = Map.of("name", "Bia", "password", "four new records");

    @ArquillianResource
    private URL address;

    private PersonBrowser ana;
    private PersonBrowser other;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(YouIT.class).addClasses(PeopleFixture.class, PersonBrowser.class);
    }

    @BeforeEach
    void anaIsHere() {
        ana = PersonBrowser.at(server());
        other = PersonBrowser.at(server());
        assertEquals(204, ana.delete("/fixture").statusCode());
        ana.setUp(ANA);
    }

    @AfterEach
    void nobodyIsAfterwards() {
        ana.delete("/fixture");
        ana.close();
        other.close();
    }

    @Test
    void aRevokedDeviceIsSignedOutAndOnlyItsOwnerMay() throws Exception {
        other.fillIn("/sign-in", ANA);
        assertEquals(200, other.get("/fixture/admins").statusCode());
        String device = found(ana, "name=\"device\" value=\"([^\"]+)\"");

        ana.post("/fixture", BIA);
        try (PersonBrowser bia = PersonBrowser.at(server())) {
            bia.fillIn("/sign-in", BIA);
            assertFalse(bia.get("/you").body().contains(device));
            assertEquals(
                    404,
                    bia.fillIn("/you", "/you/devices", Map.of("device", device)).statusCode());
        }
        assertEquals(200, other.get("/fixture/admins").statusCode());
        assertEquals(
                303,
                ana.fillIn("/you", "/you/devices", Map.of("device", device)).statusCode());
        assertEquals(401, other.get("/fixture/admins").statusCode());
        assertEquals(200, ana.get("/fixture/admins").statusCode());
    }

    @Test
    void aSessionInAnAddressIsNone() {
        String session = ana.cookie("JSESSIONID").orElseThrow();
        try (PersonBrowser stranger = PersonBrowser.stranger(server())) {
            for (String path : List.of("/fixture/admins", "/you", "/")) {
                for (String name : List.of(";jsessionid=", ";JSESSIONID=")) {
                    HttpResponse<String> answer = stranger.get(path + name + session);
                    assertTrue(answer.statusCode() != 200, () -> path + name + ": " + answer);
                }
            }
        }
        assertEquals(200, ana.get("/fixture/admins").statusCode());
    }

    @Test
    void aNewPasswordSignsTheOthersOutAndNeedsThePresentOne() {
        other.fillIn("/sign-in", ANA);
        Map<String, String> wrong = Map.of("present", "not hers at all", "password", "five lost records");
        assertEquals(422, ana.fillIn("/you", "/you/password", wrong).statusCode());
        assertEquals(200, other.get("/fixture/admins").statusCode());

        Map<String, String> right = Map.of("present", "three old records", "password", "five lost records");
        assertEquals(303, ana.fillIn("/you", "/you/password", right).statusCode());
        assertEquals(401, other.get("/fixture/admins").statusCode());
        assertEquals(200, ana.get("/fixture/admins").statusCode());
        ana.loseSession();
        assertEquals(200, ana.get("/fixture/admins").statusCode(), "this device is still remembered");
    }

    @Test
    void aKeyIsShownOnceWorksWithoutASessionAndIsOverWhenItIsRevoked() throws Exception {
        String picture = "/api/people/" + person() + "/picture";
        assertEquals(
                303, ana.fillIn("/you", "/you/keys", Map.of("label", "Script")).statusCode());
        String page = ana.get("/you").body();
        String key = found(page, "(tutti_[A-Za-z0-9_-]{43})");
        assertFalse(ana.get("/you").body().contains(key));

        HttpResponse<byte[]> put = ask(key, picture, "PUT", png(), "image/png");
        assertEquals(204, put.statusCode());
        assertTrue(put.headers().allValues("Set-Cookie").stream().noneMatch(cookie -> cookie.startsWith("JSESSIONID")));

        String id = found(page, "name=\"key\" value=\"([^\"]+)\"");
        ana.post("/fixture", BIA);
        try (PersonBrowser bia = PersonBrowser.at(server())) {
            bia.fillIn("/sign-in", BIA);
            assertEquals(
                    404,
                    bia.fillIn("/you", "/you/keys/revoke", Map.of("key", id)).statusCode());
            assertEquals(404, bia.delete(picture).statusCode());
        }
        assertEquals(200, ask(key, picture, "GET", new byte[0], "").statusCode());
        ana.fillIn("/you", "/you/keys/revoke", Map.of("key", id));
        assertEquals(401, ask(key, picture, "GET", new byte[0], "").statusCode());
    }

    @Test
    @Order(Integer.MAX_VALUE) // Last: it uses up what this address may try.
    void whoGuessesKeysIsTooSoonTooOften() throws Exception {
        HttpResponse<byte[]> answer = ask("tutti_guess", "/api/tracks/1/audio", "GET", new byte[0], "");
        assertEquals(401, answer.statusCode());
        for (int tries = 0; tries < 30 && answer.statusCode() == 401; tries++) {
            answer = ask("tutti_guess" + tries, "/api/tracks/1/audio", "GET", new byte[0], "");
        }
        assertEquals(429, answer.statusCode());
        assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    }

    @Test
    void aPictureIsWrittenAnewSquareAndKnownByItsTag() throws Exception {
        String picture = "/api/people/" + person() + "/picture";
        assertEquals(
                303, ana.fillIn("/you", "/you/keys", Map.of("label", "Script")).statusCode());
        String key = found(ana, "(tutti_[A-Za-z0-9_-]{43})");
        assertEquals(
                422,
                ask(key, picture, "PUT", "no picture".getBytes(), "image/png").statusCode());
        assertEquals(204, ask(key, picture, "PUT", png(), "image/png").statusCode());

        HttpResponse<byte[]> large = ask(key, picture + "?size=large", "GET", new byte[0], "");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(large.body()));
        assertEquals(512, image.getWidth());
        assertEquals(512, image.getHeight());
        assertEquals("image/jpeg", large.headers().firstValue("Content-Type").orElseThrow());
        HttpResponse<byte[]> small = ask(key, picture, "GET", new byte[0], "");
        assertEquals(96, ImageIO.read(new ByteArrayInputStream(small.body())).getWidth());
        assertNotEquals(large.headers().firstValue("ETag"), small.headers().firstValue("ETag"));
        assertEquals(401, other.get(picture).statusCode());
    }

    @Test
    void aPictureIsAskedForOnceAndStandsInTheMenuUntilItIsDeleted() throws Exception {
        String person = person();
        String picture = "/api/people/" + person + "/picture";
        ana.fillIn("/you", "/you/keys", Map.of("label", "Script"));
        String key = found(ana, "(tutti_[A-Za-z0-9_-]{43})");
        assertFalse(ana.get("/").body().contains(picture), "initials until there is a picture");
        assertEquals(204, ask(key, picture, "PUT", png(), "image/png").statusCode());
        String shown = found(ana.get("/").body(), "src=\"(" + picture + "[^\"]+)\"");

        HttpResponse<String> lasting = ana.get(shown);
        assertEquals(200, lasting.statusCode());
        assertEquals(
                "private, max-age=31536000, immutable",
                lasting.headers().firstValue("Cache-Control").orElseThrow());
        HttpResponse<String> plain = ana.get(picture);
        assertEquals(
                "private, no-cache",
                plain.headers().firstValue("Cache-Control").orElseThrow(),
                "another may stand there tomorrow");
        assertEquals(
                304,
                ifNoneMatch(key, picture, plain.headers().firstValue("ETag").orElseThrow()));
        assertEquals(200, ifNoneMatch(key, picture, "\"another\""));

        assertEquals(204, ask(key, picture, "DELETE", new byte[0], "").statusCode());
        assertEquals(404, ana.get(picture).statusCode());
        assertFalse(ana.get("/").body().contains(picture));
    }

    @Test
    void devicesThatNobodyUsesAreForgottenWhenSomebodySignsIn() {
        Map<String, String> once = Map.of("name", "Ana", "password", "three old records");
        other.fillIn("/sign-in", once);
        try (PersonBrowser third = PersonBrowser.at(server());
                PersonBrowser fourth = PersonBrowser.at(server())) {
            third.post("/fixture/days-pass", Map.of("days", "31"));
            third.fillIn("/sign-in", ANA);
            assertEquals("2", ana.get("/fixture/devices").body(), "the remembered one stays, the other does not");
            ana.loseSession();
            assertEquals(200, ana.get("/fixture/admins").statusCode(), "it still signs her in");

            third.post("/fixture/days-pass", Map.of("days", "366"));
            fourth.fillIn("/sign-in", ANA);
            assertEquals("1", ana.get("/fixture/devices").body(), "after a year nothing else is left");
            ana.loseSession();
            assertEquals(401, ana.get("/fixture/admins").statusCode());
        }
    }

    private int ifNoneMatch(String key, String path, String tag) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server().resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("If-None-Match", tag)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private String person() {
        return found(ana, "/api/people/([0-9a-f-]{36})/picture");
    }

    private HttpResponse<byte[]> ask(String key, String path, String method, byte[] body, String type)
            throws Exception {
        BodyPublisher publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(server().resolve(path))
                .header("Authorization", "Bearer " + key)
                .method(method, publisher);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static String found(PersonBrowser browser, String pattern) {
        return found(browser.get("/you").body(), pattern);
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    private URI server() {
        return URI.create(address.toString());
    }
}
