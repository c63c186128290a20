package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.catalog.audio.boundary.EndlessSound;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people come to belong to a server, and how they stop. */
@Tag("alone")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class InviteIT {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "password", "three old records");
    private static final Map<String, String> BIA = Map.of("name", "Bia", "password", "four new records");
    private static final Map<String, String> NEW = Map.of("password", "five other records");
    private static final Pattern PERSON = Pattern.compile("/people/([0-9a-f-]{36})/removal");
    private static final Pattern INVITE = Pattern.compile("(/people/invites/[0-9a-f-]{36}/revocation)");

    @ArquillianResource
    private URL address;

    private PersonBrowser ana;
    private PersonBrowser bia;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(InviteIT.class).addClasses(PeopleFixture.class, EndlessSound.class);
    }

    @BeforeEach
    void anaIsTheAdmin() {
        ana = PersonBrowser.at(URI.create(address.toString()));
        bia = PersonBrowser.at(URI.create(address.toString()));
        assertEquals(204, ana.delete("/fixture").statusCode());
        assertLeads("/", ana.setUp(ANA));
    }

    @AfterEach
    void nobodyHasAnAccountAfterwards() {
        ana.delete("/fixture");
        ana.close();
        bia.close();
    }

    @Test
    void whoIsAskedInChoosesANameAndIsSignedIn() {
        String link = invite("member");
        HttpResponse<String> page = bia.get(link);
        assertEquals(200, page.statusCode());
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElseThrow());
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        assertFalse(page.body().contains("/sign-in?to="), "no query string has the token");

        assertEquals(
                422,
                bia.fillIn(link, Map.of("name", "Bia", "password", "short")).statusCode());
        assertEquals(422, bia.fillIn(link, with(BIA, "name", "ana")).statusCode(), "Ana is called that");
        assertLeads("/", bia.fillIn(link, BIA));
        assertEquals(
                "MEMBER admin=false member=true", bia.get("/fixture/members").body());
        assertEquals(403, bia.get("/people").statusCode());

        HttpResponse<String> again = bia.get(link);
        assertEquals(410, again.statusCode());
        assertTrue(again.body().contains("This link was used"));
    }

    @Test
    void anAdminCanAskInAnAdmin() {
        assertLeads("/", bia.fillIn(invite("admin"), BIA));
        assertEquals(200, bia.get("/people").statusCode());
    }

    @Test
    void aLinkIsShownOnce() {
        ana.fillIn("/people", "/people/invites", Map.of("role", "member"));
        assertTrue(link("/invite/", ana.get("/people").body()).isPresent());
        assertEquals(Optional.empty(), link("/invite/", ana.get("/people").body()));
    }

    @Test
    void anInviteThatWasWithdrawnOrHasRunOutSaysSo() {
        String withdrawn = invite("member");
        Matcher open = INVITE.matcher(ana.get("/people").body());
        assertTrue(open.find());
        assertLeads("/people", ana.fillIn("/people", open.group(1), Map.of()));
        assertFalse(INVITE.matcher(ana.get("/people").body()).find());
        HttpResponse<String> page = bia.get(withdrawn);
        assertEquals(410, page.statusCode());
        assertTrue(page.body().contains("This link was revoked"));

        String old = invite("member");
        assertEquals(204, ana.post("/fixture/weeks-pass", Map.of()).statusCode());
        page = bia.get(old);
        assertEquals(410, page.statusCode());
        assertTrue(page.body().contains("This link has expired"));
        assertEquals(401, bia.get("/fixture/members").statusCode());
    }

    @Test
    void aResetChoosesAnotherPasswordAndEndsOldSessions() {
        try (PersonBrowser other = PersonBrowser.at(URI.create(address.toString()))) {
            bia.fillIn(invite("member"), BIA);
            String first = reset();
            String link = reset();
            assertTrue(other.get(first).body().contains("This link was revoked"), "there is a newer one");

            assertEquals(200, bia.get("/fixture/members").statusCode());
            assertLeads("/", other.fillIn(link, NEW));
            assertEquals(200, other.get("/fixture/members").statusCode());
            assertEquals(401, bia.get("/fixture/members").statusCode());
            assertTrue(other.get(link).body().contains("This link was used"));

            assertEquals(422, bia.fillIn("/sign-in", BIA).statusCode());
            assertLeads("/", bia.fillIn("/sign-in", with(BIA, "password", NEW.get("password"))));
        }
    }

    @Test
    void whoIsRemovedLosesTheSessionAndTheSocketAndTheParty() {
        bia.fillIn(invite("member"), BIA);
        var closed = bia.untilClosed("/ws/party", "{\"type\": \"createSession\", \"requestId\": \"1\"}");
        assertFalse(closed.isDone(), "the socket is open");
        assertEquals(200, ana.get(removal()).statusCode());

        assertLeads("/people", ana.fillIn("/people", removal(), Map.of()));
        assertEquals(4401, closed.orTimeout(1, TimeUnit.SECONDS).join());
        assertEquals(401, bia.get("/fixture/members").statusCode());
        assertFalse(ana.get("/people").body().contains("Bia"));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void soundOnItsWayToWhoIsRemovedEnds(HttpClient.Version version) throws IOException {
        bia.fillIn(invite("member"), BIA);
        try (InputStream sound = bia.stream("/api/endless", version).body()) {
            assertEquals(0, sound.read(), "it has begun");
            assertLeads("/people", ana.fillIn("/people", removal(), Map.of()));
            CompletableFuture.runAsync(() -> drain(sound))
                    .orTimeout(1, TimeUnit.SECONDS)
                    .join();
            assertEquals(401, bia.get("/api/endless").statusCode());
        }
    }

    @Test
    void signingOutHereClosesThisSessionsSocketsOnly() {
        String probe = "{\"type\": \"clockProbe\", \"requestId\": \"1\", \"t0\": 1}";
        try (PersonBrowser phone = PersonBrowser.at(URI.create(address.toString()))) {
            phone.fillIn("/sign-in", ANA);
            var here = ana.untilClosed("/ws/party", probe);
            var there = phone.untilClosed("/ws/party", probe);

            phone.fillIn("/", "/sign-out", Map.of());
            assertEquals(4401, there.orTimeout(1, TimeUnit.SECONDS).join());
            assertEquals(200, ana.get("/people").statusCode());
            assertFalse(here.isDone(), "Ana is still here");

            ana.fillIn("/", "/sign-out/everywhere", Map.of());
            assertEquals(4401, here.orTimeout(1, TimeUnit.SECONDS).join());
        }
    }

    @Test
    void thereIsAlwaysAnAdmin() {
        String self = ana.get("/fixture/self").body();
        assertEquals(
                422,
                ana.fillIn("/people", "/people/" + self + "/role", Map.of("role", "member"))
                        .statusCode());
        assertEquals(
                422,
                ana.fillIn("/people", "/people/" + self + "/removal", Map.of()).statusCode());
        bia.fillIn(invite("admin"), BIA);
        assertEquals(
                422,
                ana.fillIn("/people", "/people/" + self + "/removal", Map.of()).statusCode(),
                "not oneself");

        assertLeads("/", ana.fillIn("/people", "/people/" + self + "/role", Map.of("role", "member")));
        assertEquals(403, ana.get("/people").statusCode());
        assertEquals(
                "MEMBER admin=false member=true", ana.get("/fixture/members").body());
    }

    private String invite(String role) {
        assertLeads("/people", ana.fillIn("/people", "/people/invites", Map.of("role", role, "name", "Bia")));
        return link("/invite/", ana.get("/people").body()).orElseThrow();
    }

    private static void drain(InputStream sound) {
        try {
            sound.transferTo(OutputStream.nullOutputStream());
        } catch (IOException cutOff) {
            // as it was to be: less came than was announced
        }
    }

    private String reset() {
        String path = removal().replace("removal", "reset");
        assertLeads("/people", ana.fillIn("/people", path, Map.of()));
        return link("/reset/", ana.get("/people").body()).orElseThrow();
    }

    /** Of the only other person. */
    private String removal() {
        Matcher person = PERSON.matcher(ana.get("/people").body());
        assertTrue(person.find());
        return person.group();
    }

    private static Optional<String> link(String path, String page) {
        Matcher link = Pattern.compile("value=\"http://[^/\"]+(" + path + "[A-Za-z0-9_-]{43})\"")
                .matcher(page);
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static void assertLeads(String path, HttpResponse<String> response) {
        assertEquals(303, response.statusCode());
        assertEquals(path, response.headers().firstValue("Location").orElseThrow());
    }
}
