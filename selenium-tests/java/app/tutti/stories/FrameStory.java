package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.MachineKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is around every page: language, theme, error pages, and what keeps strangers out. */
class FrameStory {
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
    void aPersonChoosesLanguageAndTheme() {
        try (Browser ana = Browser.desktop()) {
            ana.open(server.url("/artists"));
            ana.seeText("h1", "Artists");
            ana.click("footer button[name=language][value='pt-BR']");
            ana.seeText("h1", "Artistas");
            ana.click("footer button[name=theme][value=dark]");
            ana.await(
                    "the page is dark",
                    () -> "dark".equals(ana.value("getComputedStyle(document.documentElement).colorScheme"))
                            ? true
                            : null);
            ana.seeText("h1", "Artistas");
            ana.at("/artists");
        }
    }

    /** On a slow line the page is there before its code is. */
    @Test
    void whatIsTappedBeforeItsCodeIsThereIsNotLost() {
        try (Browser ana = Browser.desktop()) {
            ana.beforeEveryPage("""
                    const define = customElements.define;
                    customElements.define = function (name, element) {
                      const go = () => define.call(customElements, name, element);
                      name === "party-host" ? (window.codeComes = go) : go();
                    };
                    """);
            ana.open(server.url("/party"));
            ana.await("the code", () -> ana.value("Boolean(window.codeComes)").equals(true) ? true : null);
            ana.type("[data-start] input[name=password]", "night ferry");
            ana.click("[data-start] button");
            assertEquals("", ana.value("location.search"), "a password must not get into an address");
            ana.script("window.codeComes(); arguments[arguments.length - 1]()");
            ana.see("[data-part=live]");
        }
    }

    @Test
    void whatIsMissingOrForbiddenIsSaidInOurWords() throws Exception {
        try (Browser ana = Browser.phone()) {
            ana.open(server.url("/releases/999999999"));
            ana.seeText("h1", "nothing here");
            ana.open(server.url("/nowhere"));
            ana.seeText("h1", "nothing here");
        }
        HttpResponse<String> forbidden = send(request("/preferences")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("language=en&theme=dark")));
        assertEquals(403, forbidden.statusCode());
        assertTrue(forbidden.body().contains("not open to you"), forbidden.body());
    }

    @Test
    void everyPageSaysWhatABrowserMayDoWithIt() throws Exception {
        for (String path : new String[] {"/", "/party", "/nowhere", "/covers/0", "/js/app.js"}) {
            var headers = send(request(path)).headers();
            String policy = headers.firstValue("Content-Security-Policy").orElse("none");
            assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), path);
            assertTrue(!policy.contains("unsafe"), path);
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse("none"), path);
            assertEquals("same-origin", headers.firstValue("Referrer-Policy").orElse("none"), path);
        }
    }

    @Test
    void aSocketOfAnotherSitesPageIsRefused() throws Exception {
        assertEquals(403, upgrade("http://evil.example"));
        assertEquals(101, upgrade(server.url("")));
    }

    /** java.net.http keeps Connection and Upgrade to itself, so this is said by hand. */
    private static int upgrade(String origin) throws Exception {
        URI uri = URI.create(server.url("/ws/party"));
        try (var socket = new java.net.Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write("""
                            GET /ws/party HTTP/1.1\r
                            Host: %s\r
                            Origin: %s\r
                            Connection: Upgrade\r
                            Upgrade: websocket\r
                            Sec-WebSocket-Version: 13\r
                            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                            \r
                            """.formatted(uri.getAuthority(), origin).getBytes());
            String status =
                    new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream())).readLine();
            return Integer.parseInt(status.split(" ")[1]);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .cookieHandler(MachineKey.cookies(URI.create(server.url("/"))))
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
