package app.tutti.platform.unavailable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.signin.boundary.ChoiceCookies;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnavailableAnswerTest {
    private static final Map<String, String> BROWSER = Map.of("Accept", "text/html,application/xhtml+xml");

    @ParameterizedTest
    @CsvSource({
        "GET, /, text/html",
        "GET, /releases/7, text/html",
        "GET, /party/7b2e, text/html",
        "POST, /sign-in, text/html",
        "GET, /css/tutti.css, text/plain",
        "GET, /api/tracks/1/audio, application/problem+json",
        "POST, /api/party/7b2e/whip, application/problem+json",
        "DELETE, /api/party/7b2e/whep/1, application/problem+json",
        "GET, /health, application/json",
        "GET, /health/ready, application/json"
    })
    void everybodyIsToldToComeAgain(String method, String path, String type) {
        UnavailableAnswer answer = UnavailableAnswer.to(
                Unavailable.STARTING, "server", method, path, type.equals("text/html") ? BROWSER::get : name -> null);
        assertEquals(503, answer.status());
        assertEquals("2", answer.headers().get("Retry-After"));
        assertEquals("no-store", answer.headers().get("Cache-Control"));
        assertTrue(answer.headers().get("Content-Type").startsWith(type), answer.headers()::toString);
    }

    @Test
    void theProcessLivesWhileItStarts() {
        UnavailableAnswer answer = UnavailableAnswer.to(Unavailable.STARTING, "", "GET", "/health/live", BROWSER::get);
        assertEquals(200, answer.status());
        assertNull(answer.headers().get("Retry-After"));
    }

    @Test
    void thePageSaysWhatIsBeingDoneInTheLanguageAndColoursOfTheBrowser() {
        assertTrue(page(BROWSER).contains("Tutti is starting"));
        assertTrue(page(BROWSER).contains("The database is being brought up to date."));
        String portuguese = page(Map.of("Accept", "text/html", "Accept-Language", "de, pt;q=0.8, en;q=0.1"));
        assertTrue(portuguese.contains("lang=\"pt-BR\""), portuguese);
        assertTrue(portuguese.contains("O Tutti está iniciando"), portuguese);
        String chosen = page(Map.of(
                "Accept",
                "text/html",
                "Accept-Language",
                "pt-BR",
                "Cookie",
                "a=b; %s=en; %s=dark".formatted(ChoiceCookies.LANGUAGE, ChoiceCookies.THEME)));
        assertTrue(chosen.contains("lang=\"en\" data-theme=\"dark\""), chosen);
    }

    @Test
    void nothingThatIsAskedGetsIntoThePage() {
        String page = page(Map.of(
                "Accept",
                "text/html",
                "Accept-Language",
                "<script>",
                "Cookie",
                "theme=\"><script>; language=<script>"));
        assertTrue(page.contains("lang=\"en\" data-theme=\"auto\""), page);
        assertEquals(1, page.split("<script>", -1).length - 1, "its own");
    }

    @Test
    void noPlaceHolderIsLeftAndNoTextIsMissing() {
        for (Unavailable why : Unavailable.values()) {
            String page = html(UnavailableAnswer.to(why, "", "GET", "/", BROWSER::get));
            assertFalse(page.contains("null"), page);
            assertFalse(page.matches("(?s).*\\{[a-z-]+}.*"), page);
        }
    }

    @Test
    void whatWasSentIsNotAskedForAgainByThePageItself() {
        assertTrue(html(UnavailableAnswer.to(Unavailable.DATABASE, "", "POST", "/lists", BROWSER::get))
                .contains("data-state=\"sent\""));
    }

    private static String page(Map<String, String> headers) {
        return html(UnavailableAnswer.to(Unavailable.STARTING, "schema", "GET", "/", headers::get));
    }

    private static String html(UnavailableAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
