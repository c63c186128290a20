package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with an OpenID provider, by the redirects a browser follows. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class ProviderIT {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "password", "three old records");
    private static final List<String> US = List.of("tutti");
    private static MockOAuth2Server provider = new MockOAuth2Server();

    @ArquillianResource
    private URL address;

    private PersonBrowser browser;

    @Deployment(testable = false)
    static WebArchive war() throws Exception {
        provider.start(InetAddress.getByName("127.0.0.1"), 0);
        return PackagedWar.with(ProviderIT.class)
                .addClass(PeopleFixture.class)
                .addAsResource(settings("true"), "META-INF/microprofile-config.properties");
    }

    static StringAsset settings(String members) {
        return new StringAsset("""
                config_ordinal=350
                TUTTI_OIDC_ISSUER=%s
                TUTTI_OIDC_CLIENT_ID=tutti
                TUTTI_OIDC_CLIENT_SECRET=not in a log
                TUTTI_OIDC_MEMBERS=%s
                """.formatted(issuer(), members));
    }

    private static String issuer() {
        return "http://127.0.0.1:%d/home".formatted(provider.url("/").port());
    }

    @BeforeEach
    void anaHasSetUp() {
        browser = PersonBrowser.at(server());
        assertEquals(204, browser.delete("/fixture").statusCode());
        try (PersonBrowser ana = PersonBrowser.at(server())) {
            assertEquals(303, ana.fillIn("/set-up", ANA).statusCode());
        }
    }

    @AfterEach
    void nobodyHasAnAccountAfterwards() {
        browser.delete("/fixture");
        browser.close();
    }

    @Test
    void whoComesBackFromTheProviderIsAMemberAndWhereTheyWere() {
        HttpResponse<String> page = browser.get("/sign-in?to=/artists");
        assertTrue(page.body().contains("/sign-in/oidc?to=/artists"), page.body());
        assertTrue(page.body().contains("127.0.0.1"));

        says("bia-1", US, 3600, "Bia");
        String back = askedAndAnswered("/artists");
        Optional<String> before = browser.cookie("JSESSIONID");
        HttpResponse<String> in = browser.get(back);
        assertLeads("/artists", in);
        assertNotEquals(before, browser.cookie("JSESSIONID"), "a session somebody else may know");
        assertEquals(
                "MEMBER admin=false member=true",
                browser.get("/fixture/members").body());
        assertEquals(403, browser.get("/fixture/admins").statusCode());
        assertTrue(browser.get("/artists").body().contains("Bia"));

        browser.fillIn("/artists", "/sign-out", Map.of());
        assertEquals(401, browser.get("/fixture/members").statusCode());
    }

    @Test
    void nobodyIsTakenForSomebodyElseOfTheSameName() {
        says("somebody", US, 3600, "Ana");
        assertLeads("/", browser.get(askedAndAnswered("/")));
        assertEquals(403, browser.get("/fixture/admins").statusCode(), "Ana is the admin");
        assertTrue(browser.get("/artists").body().contains("Ana 2"));
    }

    @Test
    void onlyPagesOfOursAreReturnedTo() {
        says("bia-1", US, 3600, "Bia");
        assertLeads("/", browser.get(askedAndAnswered("//elsewhere.example")));
    }

    @Test
    void aStateThatIsNotOursIsRefused() {
        says("bia-1", US, 3600, "Bia");
        String back = askedAndAnswered("/");
        assertRefused(403, browser.get(back.replaceFirst("state=[^&]+", "state=guessed")));
    }

    @Test
    void whoNeverAskedIsNotSignedIn() {
        says("bia-1", US, 3600, "Bia");
        String back = askedAndAnswered("/");
        try (PersonBrowser other = PersonBrowser.at(server())) {
            assertEquals(422, other.get(back).statusCode());
            assertEquals(401, other.get("/fixture/members").statusCode());
        }
    }

    @Test
    void aCodeIsGoodOnce() {
        says("bia-1", US, 3600, "Bia");
        String back = askedAndAnswered("/");
        assertLeads("/", browser.get(back));
        browser.fillIn("/artists", "/sign-out", Map.of());

        String again = askedAndAnswered("/");
        assertRefused(403, browser.get(swap(again, back, "code")));
    }

    @Test
    void aCodeOfSomebodyElsesSignInIsRefused() {
        says("bia-1", US, 3600, "Bia");
        try (PersonBrowser thief = PersonBrowser.at(server())) {
            String stolen = askedAndAnswered("/");
            String own = askedAndAnswered(thief, "/");
            assertEquals(403, thief.get(swap(own, stolen, "code")).statusCode(), "the nonce is not the thief's");
            assertEquals(401, thief.get("/fixture/members").statusCode());
        }
    }

    @Test
    void anExpiredTokenIsRefused() {
        says("bia-1", US, -3600, "Bia");
        assertRefused(403, browser.get(askedAndAnswered("/")));
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        says("bia-1", List.of("another application"), 3600, "Bia");
        assertRefused(403, browser.get(askedAndAnswered("/")));
    }

    @Test
    void whoIsDeclinedIsTold() {
        browser.get("/sign-in/oidc");
        HttpResponse<String> answer = browser.get("/sign-in/oidc/callback?error=access_denied&state=any");
        assertRefused(403, answer);
        assertTrue(answer.body().contains("did not sign you in"));
    }

    @Test
    void aProviderThatIsDownIsSaidToBe() throws Exception {
        String back = askedAndAnswered("/");
        int port = provider.url("/").port();
        provider.shutdown();
        try {
            HttpResponse<String> answer = browser.get(back);
            assertRefused(503, answer);
            assertTrue(answer.body().contains("cannot be reached"));
        } finally {
            provider = new MockOAuth2Server();
            provider.start(InetAddress.getByName("127.0.0.1"), port);
        }
    }

    private void assertRefused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("role=\"alert\""));
        assertFalse(answer.body().contains("Exception"));
        assertEquals(401, browser.get("/fixture/members").statusCode());
    }

    private static void says(String subject, List<String> audience, long seconds, String name) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback("home", subject, "JWT", audience, Map.of("name", name), seconds));
    }

    private String askedAndAnswered(String to) {
        return askedAndAnswered(browser, to);
    }

    /** Where the provider sends the browser back to. */
    private static String askedAndAnswered(PersonBrowser browser, String to) {
        String there = location(browser.get("/sign-in/oidc?to=" + to));
        assertTrue(there.startsWith(issuer()), there);
        return location(browser.get(there));
    }

    private static String swap(String url, String other, String parameter) {
        String value = other.replaceFirst(".*[?&]" + parameter + "=([^&]+).*", "$1");
        return url.replaceFirst("([?&]" + parameter + "=)[^&]+", "$1" + value);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static void assertLeads(String to, HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(to, URI.create(location(answer)).getPath());
    }

    private URI server() {
        return URI.create("http://127.0.0.1:" + address.getPort());
    }
}
