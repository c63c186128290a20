package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.PackagedWar;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with an OpenID provider, by the redirects a browser follows. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class ProviderIT {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "password", "three old records");
    private static final int AFTER_THE_OTHERS = Order.DEFAULT + 1;
    private static final Pattern PERSON = Pattern.compile("/people/[0-9a-f-]{36}/removal");

    private static SmallProvider provider;

    @ArquillianResource
    private URL address;

    private PersonBrowser browser;

    @Deployment(testable = false)
    static WebArchive war() throws Exception {
        provider = new SmallProvider();
        return PackagedWar.with(ProviderIT.class)
                .addClass(PeopleFixture.class)
                .addAsResource(settings(provider, "true"), "META-INF/microprofile-config.properties");
    }

    static StringAsset settings(SmallProvider provider, String members) {
        return new StringAsset("""
                config_ordinal=350
                TUTTI_OIDC_ISSUER=%s
                TUTTI_OIDC_CLIENT_ID=tutti
                TUTTI_OIDC_CLIENT_SECRET=not in a log
                TUTTI_OIDC_MEMBERS=%s
                """.formatted(provider.issuer(), members));
    }

    @BeforeEach
    void anaHasSetUp() {
        provider.says("bia-1", "Bia");
        browser = PersonBrowser.at(server());
        assertEquals(204, browser.delete("/fixture").statusCode());
        try (PersonBrowser ana = PersonBrowser.at(server())) {
            assertEquals(303, ana.setUp(ANA).statusCode());
        }
    }

    @AfterEach
    void nobodyHasAnAccountAfterwards() {
        provider.isAsUsual();
        browser.delete("/fixture");
        browser.close();
    }

    @Test
    void whoComesBackFromTheProviderIsAMemberAndWhereTheyWere() {
        HttpResponse<String> page = browser.get("/sign-in?to=/artists");
        assertTrue(page.body().contains("/sign-in/oidc?to=/artists"), page.body());
        assertTrue(page.body().contains("127.0.0.1"));

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
        provider.says("somebody", "Ana");
        assertLeads("/", browser.get(askedAndAnswered("/")));
        assertEquals(403, browser.get("/fixture/admins").statusCode(), "Ana is the admin");
        assertTrue(browser.get("/artists").body().contains("Ana 2"));
    }

    @Test
    void onlyPagesOfOursAreReturnedTo() {
        assertLeads("/", browser.get(askedAndAnswered("//elsewhere.example")));
    }

    @Test
    void aStateThatIsNotOursIsRefused() {
        String back = askedAndAnswered("/");
        assertRefused(403, browser.get(back.replaceFirst("state=[^&]+", "state=guessed")));
    }

    @Test
    void whoNeverAskedIsNotSignedIn() {
        String back = askedAndAnswered("/");
        try (PersonBrowser other = PersonBrowser.at(server())) {
            assertEquals(422, other.get(back).statusCode());
            assertEquals(401, other.get("/fixture/members").statusCode());
        }
    }

    @Test
    void aCodeIsGoodOnce() {
        String back = askedAndAnswered("/");
        assertLeads("/", browser.get(back));
        browser.fillIn("/artists", "/sign-out", Map.of());

        String again = askedAndAnswered("/");
        assertRefused(403, browser.get(swap(again, back, "code")));
    }

    @Test
    void aCodeOfSomebodyElsesSignInIsRefused() {
        try (PersonBrowser thief = PersonBrowser.at(server())) {
            String stolen = askedAndAnswered("/");
            String own = askedAndAnswered(provider, thief, "/");
            assertEquals(
                    403,
                    thief.get(swap(own, stolen, "code")).statusCode(),
                    "neither the proof nor the nonce is the thief's");
            assertEquals(401, thief.get("/fixture/members").statusCode());
        }
    }

    @Test
    void anExpiredTokenIsRefused() {
        provider.says("bia-1", SmallProvider.US, -3600, "Bia");
        assertRefused(403, browser.get(askedAndAnswered("/")));
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        provider.says("bia-1", List.of("another application"), 3600, "Bia");
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
    void aTokenWithoutASignatureIsRefused() {
        provider.signsNothing();
        assertRefused(403, browser.get(askedAndAnswered("/")));
    }

    @Test
    void aProviderThatDoesNotAnswerIsNotWaitedFor() {
        provider.answersNoTokenRequest();
        HttpResponse<String> answer = browser.get(askedAndAnswered("/"));
        assertRefused(503, answer);
        assertTrue(answer.body().contains("cannot be reached"));
    }

    @Test
    void whoBringsTheCodeProvesToHaveAsked() throws Exception {
        String there = location(browser.get("/sign-in/oidc"));
        assertEquals("S256", parameter(there, "code_challenge_method"));
        assertLeads("/", browser.get(location(browser.get(there))));
        String verifier = parameter("?" + provider.lastTokenRequest(), "code_verifier");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest), parameter(there, "code_challenge"));
    }

    @Test
    void aDeviceIsRememberedForWhoWantsIt() {
        assertLeads("/", browser.get(askedAndAnswered("/")));
        browser.loseSession();
        assertEquals(401, browser.get("/fixture/members").statusCode());

        assertLeads("/", browser.get(askedAndAnswered("/&remember=yes")));
        browser.loseSession();
        assertEquals(200, browser.get("/fixture/members").statusCode());
    }

    @Test
    void whoIsSignedInAlreadyStaysSo() {
        assertLeads("/", browser.get(askedAndAnswered("/")));
        assertLeads("/artists", browser.get("/sign-in/oidc?to=/artists"));
        assertEquals(200, browser.get("/fixture/members").statusCode());
    }

    @Test
    void whoHasNoPasswordIsNotAskedForOne() {
        assertLeads("/", browser.get(askedAndAnswered("/")));
        HttpResponse<String> you = browser.get("/you");
        assertEquals(200, you.statusCode());
        assertFalse(you.body().contains("/you/password"));
        assertEquals(
                422,
                browser.fillIn("/you", "/you/password", Map.of("present", "", "password", "a new one of hers"))
                        .statusCode());
        try (PersonBrowser ana = PersonBrowser.at(server())) {
            assertEquals(303, ana.fillIn("/sign-in", ANA).statusCode());
            assertTrue(ana.get("/you").body().contains("/you/password"));
            assertEquals(
                    422,
                    ana.fillIn("/you", "/sign-in", Map.of("name", "Bia", "password", ""))
                            .statusCode());
        }
    }

    @Test
    void whomAnAdminRemovesIsOut() {
        assertLeads("/", browser.get(askedAndAnswered("/&remember=yes")));
        try (PersonBrowser ana = PersonBrowser.at(server())) {
            assertEquals(303, ana.fillIn("/sign-in", ANA).statusCode());
            Matcher removal = PERSON.matcher(ana.get("/people").body());
            assertTrue(removal.find(), "Bia can be removed");
            assertEquals(303, ana.fillIn("/people", removal.group(), Map.of()).statusCode());
        }
        assertEquals(401, browser.get("/fixture/members").statusCode());
    }

    @Test
    @Order(AFTER_THE_OTHERS)
    void aProviderThatIsDownIsSaidToBe() {
        String back = askedAndAnswered("/");
        provider.goesDown();
        HttpResponse<String> answer = browser.get(back);
        assertRefused(503, answer);
        assertTrue(answer.body().contains("cannot be reached"));
    }

    @Test
    @Order(AFTER_THE_OTHERS + 1)
    void whoTriesTooOftenIsToldWhenToComeAgain() {
        HttpResponse<String> answer = browser.get("/sign-in/oidc");
        for (int tries = 0; tries < 50 && answer.statusCode() == 303; tries++) {
            answer = browser.get("/sign-in/oidc");
        }
        assertTooOften(answer);
        assertTooOften(browser.get("/sign-in/oidc/callback?code=any&state=any"));
    }

    private static void assertTooOften(HttpResponse<String> answer) {
        assertEquals(429, answer.statusCode(), answer::body);
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
    }

    private void assertRefused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("role=\"alert\""));
        assertFalse(answer.body().contains("Exception"));
        assertEquals(401, browser.get("/fixture/members").statusCode());
    }

    private String askedAndAnswered(String to) {
        return askedAndAnswered(provider, browser, to);
    }

    /** Where the provider sends the browser back to. */
    static String askedAndAnswered(SmallProvider provider, PersonBrowser browser, String to) {
        String there = location(browser.get("/sign-in/oidc?to=" + to));
        assertTrue(there.startsWith(provider.issuer()), there);
        return location(browser.get(there));
    }

    private static String swap(String url, String other, String parameter) {
        return url.replaceFirst("([?&]" + parameter + "=)[^&]+", "$1" + parameter(other, parameter));
    }

    private static String parameter(String url, String name) {
        Matcher parameter = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        assertTrue(parameter.find(), () -> name + " in " + url);
        return parameter.group(1);
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
