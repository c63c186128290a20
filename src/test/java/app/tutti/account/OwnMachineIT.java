package app.tutti.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tutti.MachineKey;
import app.tutti.stories.TuttiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs the packaged server gets in, and nobody who comes from where they do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnMachineIT {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "password", "three old records");
    private static final int PLAIN = 0;
    private static final int WITH_HOST = 1;
    private static final int WITH_HOST_BY_1_1 = 2;

    @TempDir
    private static Path folder;

    private static TuttiServer server;
    private static URI here;

    @BeforeAll
    static void tuttiRuns() {
        server = TuttiServer.started();
        here = URI.create(server.url("/"));
    }

    @AfterAll
    static void tuttiStops() {
        server.close();
    }

    @Test
    @Order(1)
    void theAddressThatTheStartShowsLetsOneBrowserIn() {
        String shown = server.openingAddress();
        String path = URI.create(shown).getPath();
        assertTrue(shown.startsWith(server.url("/own-machine/")), shown);
        try (PersonBrowser ana = PersonBrowser.stranger(here);
                PersonBrowser another = PersonBrowser.stranger(here)) {
            assertLeads("/set-up", ana.get("/releases"));
            assertEquals(503, ana.go("HEAD", path, "text/html", "").statusCode(), "looking does not use it up");
            assertLeads("/", ana.get(path));
            assertEquals(200, ana.get("/releases").statusCode());
            assertLeads("/", ana.get(path));

            HttpResponse<String> late = another.get(path);
            assertEquals(410, late.statusCode());
            assertTrue(late.body().contains("does not open Tutti any more"), late.body());
            assertEquals(
                    "no-referrer", late.headers().firstValue("Referrer-Policy").orElse(""));
            assertLeads("/set-up", another.get("/releases"));

            String next = server.openingAddress();
            assertNotEquals(shown, next);
            assertLeads("/", another.get(URI.create(next).getPath()));
            assertEquals(200, another.get("/releases").statusCode());
        }
    }

    @Test
    @Order(2)
    void guessesAreToldToComeLaterAndKeepNobodyOut() {
        try (PersonBrowser stranger = PersonBrowser.stranger(here);
                PersonBrowser ana = PersonBrowser.stranger(here)) {
            HttpResponse<String> answer = stranger.get("/own-machine/AAAAA");
            for (int tries = 0; tries < 40 && answer.statusCode() == 410; tries++) {
                answer = stranger.get("/own-machine/AAAAA");
            }
            assertEquals(429, answer.statusCode());
            assertLeads("/", ana.get(URI.create(server.openingAddress()).getPath()));
        }
    }

    @Test
    @Order(3)
    void onlyTheOneWhoRunsItSeesNumbersAndWhatAilsIt() {
        try (PersonBrowser stranger = PersonBrowser.stranger(here);
                PersonBrowser ana = PersonBrowser.at(here)) {
            assertEquals(404, stranger.get("/relay-metrics").statusCode());
            assertEquals("{\"status\":\"UP\"}", stranger.get("/health").body());
            assertEquals(200, ana.get("/relay-metrics").statusCode());
            assertTrue(ana.get("/health").body().contains("\"checks\""));
        }
    }

    /** Whoever comes by a stock proxy has the address of this machine, and is nobody. */
    @Test
    @Order(4)
    void aStockNginxBeforeItLetsNobodyIn() throws Exception {
        assumeTrue(StockProxy.hasNginx(), "there is no nginx on this machine (apt install nginx)");
        String pass = "proxy_pass http://127.0.0.1:%d;".formatted(here.getPort());
        String host = pass + " proxy_set_header Host $http_host;";
        try (StockProxy nginx = StockProxy.nginx(folder, pass, host, host + " proxy_http_version 1.1;")) {
            for (int location : List.of(PLAIN, WITH_HOST, WITH_HOST_BY_1_1)) {
                URI address = nginx.at(location);
                nobodyIsAnybody(address);
                nobodyIsAnybody(URI.create(address.toString().replace("127.0.0.1", "localhost")));
            }
            MachineKey.leadsTo(nginx.at(PLAIN).getPort(), here.getPort());
            try (PersonBrowser thief = PersonBrowser.at(nginx.at(PLAIN))) {
                assertLeads("/set-up", thief.get("/releases"));
                assertEquals(
                        403,
                        thief.get(URI.create(server.openingAddress()).getPath()).statusCode(),
                        "the address is for this machine only");
            }
        }
    }

    private static void nobodyIsAnybody(URI address) {
        try (PersonBrowser visitor = PersonBrowser.stranger(address)) {
            assertLeads("/set-up", visitor.get("/"));
            assertEquals(401, visitor.get("/api/tracks").statusCode());
            assertEquals(404, visitor.get("/relay-metrics").statusCode());
            assertEquals("{\"status\":\"UP\"}", visitor.get("/health").body());
            assertEquals(422, visitor.fillIn("/set-up", ANA).statusCode(), "set-up takes the code");
        }
    }

    /** As the page about running Tutti has it, the household open and the server told of the proxy. */
    @Test
    @Order(5)
    void theProxiesOfTheManualLetNobodyInAndKeepCookiesToHttps() throws Exception {
        server.stop();
        server.with("TUTTI_ACCESS", "open")
                .with("TUTTI_URL", "https://music.example.org")
                .with("TUTTI_TRUSTED_PROXIES", "127.0.0.1")
                .start();
        assertFalse(server.log().lines().toList().getLast().contains("own-machine"), server.log());
        try (PersonBrowser direct = PersonBrowser.at(here)) {
            assertLeads("/set-up", direct.get("/releases"));
        }
        if (StockProxy.hasNginx()) {
            // The browser's https ends at the proxy, which says so by $scheme.
            String location = manual("nginx", "location / \\{(.*?)\\n    }").replace("$scheme", "https");
            try (StockProxy nginx = StockProxy.nginx(folder, location)) {
                isASafeProxy(nginx.at(0));
            }
        }
        if (StockProxy.hasCaddy()) {
            String site = manual("caddy", "\\{(.*)}")
                    .replaceFirst("127.0.0.1:\\d+", "$0 {\nheader_up X-Forwarded-Proto https\n}");
            try (StockProxy caddy = StockProxy.caddy(folder, site)) {
                isASafeProxy(caddy.at(0));
            }
        }
        assumeTrue(StockProxy.hasNginx() && StockProxy.hasCaddy(), "nginx and caddy are not both on this machine");
    }

    private static void isASafeProxy(URI address) {
        try (PersonBrowser visitor = PersonBrowser.stranger(address)) {
            HttpResponse<String> page = visitor.get("/set-up");
            assertEquals(200, page.statusCode());
            List<String> cookies = page.headers().allValues("Set-Cookie");
            assertFalse(cookies.isEmpty());
            assertTrue(cookies.stream().allMatch(cookie -> cookie.contains("; Secure")), cookies::toString);
            assertLeads("/set-up", visitor.get("/releases"));
            assertTrue(
                    visitor.ask("/ws/party", "{\"type\": \"createSession\", \"requestId\": \"1\"}")
                            .contains("forbidden"),
                    "sockets pass");
        }
    }

    /** What docs/operations.md has in the first block of this language, for our port. */
    private static String manual(String language, String part) {
        try {
            String text = Files.readString(Path.of("docs/operations.md"));
            Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                    .matcher(text);
            assertTrue(block.find(), language);
            Matcher found = Pattern.compile(part, Pattern.DOTALL).matcher(block.group(1));
            assertTrue(found.find(), block.group(1));
            return found.group(1).replaceAll("127\\.0\\.0\\.1:8080", "127.0.0.1:" + here.getPort());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void assertLeads(String path, HttpResponse<String> response) {
        assertEquals(303, response.statusCode(), response::body);
        assertEquals(path, response.headers().firstValue("Location").orElseThrow());
    }
}
