package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import app.tutti.account.access.boundary.ServletRoutes;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Who gets in and who does not, at the server as it is shipped. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class PeopleIT {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "password", "three old records");
    private static final Map<String, String> BIA = Map.of("name", "Bia", "password", "four new records");

    @ArquillianResource
    private URL address;

    private PersonBrowser here;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(PeopleIT.class).addClass(PeopleFixture.class);
    }

    @BeforeEach
    void nobodyHasAnAccount() {
        here = PersonBrowser.at(server());
        assertEquals(204, here.delete("/fixture").statusCode());
    }

    @AfterEach
    void nobodyHasOneAfterwards() {
        here.delete("/fixture");
        here.close();
    }

    @Test
    void beforeSetUpWhoeverRunsTheServerGetsInAndOthersAreLedToSetUp() {
        try (PersonBrowser friend = PersonBrowser.elsewhere(server())) {
            assertEquals(200, here.get("/artists").statusCode());
            assertEquals(
                    "MEMBER admin=false member=false",
                    here.get("/fixture/members").body());
            assertEquals(401, here.get("/fixture/admins").statusCode());

            assertLeads("/set-up", friend.get("/artists"));
            assertEquals(401, friend.get("/fixture/members").statusCode());
            assertEquals(200, friend.get("/js/app.js").statusCode());
            assertEquals(200, friend.get("/health").statusCode());
            assertEquals(
                    200,
                    friend.get("/party/9c8a6b0e-0000-4000-8000-000000000000").statusCode());
        }
    }

    @Test
    void nobodyGetsInByBeingOnTheSameMachine() {
        try (PersonBrowser stranger = PersonBrowser.stranger(server())) {
            assertLeads("/set-up", stranger.get("/artists"));
            assertEquals(401, stranger.get("/fixture/members").statusCode());
            assertEquals(404, stranger.get("/relay-metrics").statusCode());
            assertEquals(200, here.get("/relay-metrics").statusCode());
            assertEquals(422, here.fillIn("/set-up", ANA).statusCode(), "set-up always takes the code");
        }
    }

    @Test
    void aPageThatIsAskedInAWayItDoesNotTakeSaysSo() {
        HttpResponse<String> refused = here.delete("/artists");
        assertEquals(405, refused.statusCode());
        assertTrue(refused.body().contains("This address does not take that"), refused.body());
    }

    @Test
    void setUpTakesTheCodeOfTheLog() {
        try (PersonBrowser friend = PersonBrowser.elsewhere(server())) {
            String code = here.post("/fixture/code", Map.of()).body();
            assertEquals(
                    422, friend.fillIn("/set-up", with(ANA, "code", "WRONG")).statusCode());
            assertEquals(422, friend.fillIn("/set-up", ANA).statusCode());
            assertEquals(401, friend.get("/fixture/admins").statusCode());

            assertLeads("/", friend.fillIn("/set-up", with(ANA, "code", code.toLowerCase())));
            assertEquals(
                    "ADMIN admin=true member=true",
                    friend.get("/fixture/admins").body());
        }
    }

    @Test
    @Order(Integer.MAX_VALUE) // Last: whoever comes from there waits afterwards.
    void whoGuessesTheCodeIsTooSoonTooOften() {
        try (PersonBrowser stranger = PersonBrowser.elsewhere(server())) {
            HttpResponse<String> answer = stranger.fillIn("/set-up", with(ANA, "code", "A"));
            for (int tries = 0; tries < 20 && answer.statusCode() == 422; tries++) {
                answer = stranger.fillIn("/set-up", with(ANA, "code", "A"));
            }
            assertEquals(429, answer.statusCode());
            assertTrue(
                    Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
        }
    }

    @Test
    void thereIsOneSetUpOnly() {
        assertLeads("/", here.setUp(ANA));
        try (PersonBrowser late = PersonBrowser.at(server())) {
            assertLeads("/sign-in", late.get("/set-up"));
            assertLeads("/sign-in", late.fillIn("/sign-in", "/set-up", BIA));
            assertEquals(422, late.fillIn("/sign-in", BIA).statusCode());
        }
    }

    @Test
    void afterSetUpPeopleSignInAndComeBackToWhereTheyWere() {
        here.setUp(ANA);
        try (PersonBrowser other = PersonBrowser.at(server())) {
            assertLeads("/sign-in?to=%2Fartists", other.get("/artists"));
            HttpResponse<String> refused = other.get("/api/tracks/1/audio");
            assertEquals(401, refused.statusCode());
            assertEquals(
                    "Bearer realm=\"tutti\"",
                    refused.headers().firstValue("WWW-Authenticate").orElseThrow());
            assertEquals(Optional.empty(), other.cookie("JSESSIONID"), "nobody needs a session");

            assertLeads("/artists", other.fillIn("/sign-in?to=/artists", "/sign-in", with(ANA, "to", "/artists")));
            HttpResponse<String> page = other.get("/artists");
            assertEquals(200, page.statusCode());
            assertEquals(
                    "private, no-cache",
                    page.headers().firstValue("Cache-Control").orElseThrow());
            assertLeads("/", other.get("/sign-in?to=//evil.example"));
        }
    }

    @Test
    void aMemberIsRefusedWhereOnlyAnAdminMayGo() {
        here.setUp(ANA);
        here.post("/fixture", BIA);
        try (PersonBrowser bia = PersonBrowser.at(server())) {
            bia.fillIn("/sign-in", BIA);
            assertEquals(
                    "MEMBER admin=false member=true",
                    bia.get("/fixture/members").body());
            assertEquals(403, bia.get("/fixture/admins").statusCode());
            assertEquals(403, bia.get("/metrics").statusCode());
            assertEquals(
                    "ADMIN admin=true member=true", here.get("/fixture/admins").body());
        }
    }

    @Test
    void aSocketHostsForWhoMayAndLetsEverybodyListen() {
        String host = "{\"type\": \"createSession\", \"requestId\": \"1\"}";
        String join = "{\"type\": \"join\", \"requestId\": \"1\","
                + " \"sessionId\": \"f537e268-ed8f-475e-8f13-869f93f0d9f2\"}";
        here.setUp(ANA);
        try (PersonBrowser stranger = PersonBrowser.at(server())) {
            assertTrue(here.ask("/ws/party", host).contains("sessionCreated"));
            assertTrue(stranger.ask("/ws/party", host).contains("forbidden"));
            assertTrue(stranger.ask("/ws/party", join).contains("\"unknown\""), "allowed, but there is no such party");
        }
    }

    @Test
    void whoHoldsThePartysLinkLooksAroundForAsLongAsItIsOn() throws Exception {
        here.setUp(ANA);
        try (PersonBrowser friend = PersonBrowser.at(server());
                PersonSocket host = here.open("/ws/party")) {
            String link = "/party/" + session(host, "");
            assertLeads("/sign-in?to=%2Freleases", friend.get("/releases"));
            assertEquals(200, friend.get(link).statusCode());

            HttpResponse<String> page = friend.get("/releases");
            assertEquals(200, page.statusCode());
            assertFalse(page.body().contains("play-button"), "what a guest may not do is not shown");
            assertEquals(403, friend.get("/api/tracks/1/audio").statusCode());
            assertEquals(403, friend.get("/fixture/members").statusCode());
            try (PersonBrowser guesser = PersonBrowser.at(server())) {
                guesser.get("/party/9c8a6b0e-0000-4000-8000-000000000000");
                assertLeads("/sign-in?to=%2Freleases", guesser.get("/releases"));
            }

            host.say("{\"type\": \"endSession\"}");
            assertLeads("/sign-in?to=%2Freleases", friend.get("/releases"));
        }
    }

    @Test
    void aPartysPasswordIsNeededBesideItsLinkAndAfterItsEndNothingIsTold() throws Exception {
        here.setUp(ANA);
        try (PersonBrowser friend = PersonBrowser.at(server());
                PersonSocket host = here.open("/ws/party")) {
            String party = session(host, ", \"password\": \"night ferry\"");
            String pass = "/api/party/%s/guest".formatted(party);
            String played = "/api/party/%s/played".formatted(party);
            friend.get("/party/" + party);
            assertLeads("/sign-in?to=%2Freleases", friend.get("/releases"));
            assertEquals(403, friend.go("PUT", pass, "text/plain", "day ferry").statusCode());
            assertEquals(404, friend.get(played).statusCode(), "while it is on");
            assertLeads("/sign-in?to=%2Freleases", friend.get("/releases"));
            assertEquals(
                    204, friend.go("PUT", pass, "text/plain", "night ferry").statusCode());
            assertEquals(200, friend.get("/releases").statusCode());

            host.say("{\"type\": \"endSession\"}");
            assertEquals("{\"played\":[]}", friend.get(played).body());
            assertEquals(
                    404, friend.go("PUT", pass, "text/plain", "night ferry").statusCode());
        }
    }

    private static String session(PersonSocket host, String more) throws InterruptedException {
        return host.say("{\"type\": \"createSession\", \"requestId\": \"1\"" + more + "}")
                .getFirst()
                .replaceFirst("(?s).*\"sessionId\":\\s*\"([^\"]+)\".*", "$1");
    }

    @Test
    void aNameThatNobodyHasAndAWrongPasswordAreAnsweredAlike() {
        here.setUp(ANA);
        try (PersonBrowser stranger = PersonBrowser.at(server())) {
            HttpResponse<String> wrong = stranger.fillIn("/sign-in", with(ANA, "password", "not hers at all"));
            HttpResponse<String> nobody = stranger.fillIn("/sign-in", with(ANA, "name", "Eva"));
            assertEquals(422, wrong.statusCode());
            assertEquals(wrong.statusCode(), nobody.statusCode());
            assertEquals(wrong.body(), nobody.body().replace("Eva", "Ana"));
        }
    }

    @Test
    void signingInChangesTheSessionsId() {
        here.setUp(ANA);
        String before = here.cookie("JSESSIONID").orElseThrow();
        try (PersonBrowser other = PersonBrowser.at(server())) {
            other.fillIn("/sign-in", ANA);
            String first = other.cookie("JSESSIONID").orElseThrow();
            String page = other.get("/").body();
            assertTrue(page.contains("Ana"), "Ana is signed in");
            other.fillIn("/", "/sign-in", ANA);
            assertNotEquals(first, other.cookie("JSESSIONID").orElseThrow());
            assertNotEquals(before, first);
        }
    }

    @Test
    void aRememberedDeviceSignsInAgainUntilItIsSignedOut() {
        here.setUp(ANA);
        try (PersonBrowser phone = PersonBrowser.at(server())) {
            phone.fillIn("/sign-in", with(ANA, "remember", "yes"));
            phone.loseSession();
            assertEquals(200, phone.get("/fixture/admins").statusCode());

            phone.fillIn("/", "/sign-out", Map.of());
            assertEquals(401, phone.get("/fixture/admins").statusCode());
        }
    }

    @Test
    void aDeviceThatIsNotRememberedSignsInByPasswordOnly() {
        here.setUp(ANA);
        try (PersonBrowser phone = PersonBrowser.at(server())) {
            phone.fillIn("/sign-in", ANA);
            assertEquals(200, phone.get("/fixture/admins").statusCode());
            phone.loseSession();
            assertEquals(401, phone.get("/fixture/admins").statusCode());
        }
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        here.setUp(ANA);
        try (PersonBrowser phone = PersonBrowser.at(server())) {
            phone.fillIn("/sign-in", with(ANA, "remember", "yes"));
            assertEquals(200, phone.get("/fixture/admins").statusCode());

            here.fillIn("/", "/sign-out/everywhere", Map.of());
            assertEquals(401, phone.get("/fixture/admins").statusCode());
            assertEquals(401, here.get("/fixture/admins").statusCode());
        }
    }

    @Test
    void everyServletHasARule() {
        // The test's own and the server's pages by JSP, of which there are none, are nobody's.
        List<String> unknown = here.get("/fixture/servlets")
                .body()
                .lines()
                .filter(pattern -> !pattern.equals("/*") && !pattern.equals("/") && !pattern.startsWith("*.jsp"))
                .filter(pattern -> !pattern.startsWith("/Arquillian"))
                .filter(pattern -> !ServletRoutes.all().containsKey(pattern))
                .toList();
        assertEquals(List.of(), unknown);
        assertEquals(404, here.get("/anything.jsp").statusCode());
    }

    private URI server() {
        return URI.create(address.toString());
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
