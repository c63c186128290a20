package app.tutti.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.MachineKey;
import app.tutti.Route;
import app.tutti.Routes;
import app.tutti.stories.TuttiServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server with {@code TUTTI_PARTY_ENABLED=false}, for which every page and endpoint of a party is not there. */
class PartiesOffIT {
    /** What says that they are off. */
    private static final Set<String> STATUS = Set.of("/api/party/status", "/party-status");

    /** Where nobody has an account yet, who sits at the server is a member, and who comes by a proxy is nobody. */
    private static final Map<String, String> HERE = Map.of();

    private static final Map<String, String> ELSEWHERE = Map.of("X-Forwarded-For", "192.0.2.7");

    private static HttpClient client;
    private static TuttiServer server;
    private static DatagramSocket mediaByUdp;
    private static ServerSocket mediaByTcp;

    /** The media port is somebody else's, who shares it with nobody. */
    @BeforeAll
    static void aServerWithoutParties() throws IOException {
        mediaByUdp = new DatagramSocket(0);
        mediaByTcp = new ServerSocket(mediaByUdp.getLocalPort());
        server = TuttiServer.notStarted()
                .with("TUTTI_PARTY_ENABLED", "false")
                .with("TUTTI_RTC_PORT", String.valueOf(mediaByUdp.getLocalPort()));
        server.start();
        client = HttpClient.newBuilder()
                .cookieHandler(MachineKey.cookies(URI.create(server.url("/"))))
                .build();
    }

    @AfterAll
    static void itStops() throws IOException {
        server.close();
        mediaByTcp.close();
        mediaByUdp.close();
    }

    static Stream<Route> everythingOfAParty() {
        List<Route> routes = Routes.ours()
                .filter(route ->
                        route.path().startsWith("/party") || route.path().startsWith("/api/party"))
                .filter(route -> !STATUS.contains(route.path()))
                .toList();
        assertTrue(routes.size() > 20, "the routes are found");
        return routes.stream();
    }

    @ParameterizedTest
    @MethodSource("everythingOfAParty")
    void isNotThere(Route route) {
        for (Map<String, String> from : List.of(HERE, ELSEWHERE)) {
            HttpResponse<String> answer = go(from, route.verb(), route.example(), route.consumes());
            assertEquals(404, answer.statusCode(), () -> from + " " + answer.body());
        }
    }

    @Test
    void noPageSpeaksOfParties() {
        String page = server.pageOf("Two Rooms");
        for (String path : List.of("/", "/releases", page, "/nowhere")) {
            String html = go("GET", path, "text/html").body();
            assertTrue(html.contains("<player-bar"), html);
            assertFalse(html.contains("<party-button"), path);
            assertFalse(html.contains("href=\"/party"), path);
        }
    }

    @Test
    void theSocketIsClosedWithAReason() {
        assertEquals("1008 parties are off", closed());
    }

    @Test
    void theStatusSaysSo() {
        assertEquals(
                "{\"enabled\":false,\"role\":\"host\",\"live\":0,\"listeners\":0,\"sessions\":[]}",
                go("GET", "/api/party/status", "text/plain").body());
        HttpResponse<String> lines = go("GET", "/party-status", "text/plain");
        assertEquals("enabled: false\nrole: host\nlive: 0\nlisteners: 0\n", lines.body());
    }

    @Test
    void noMediaPortIsOpened() {
        assertEquals(404, go("GET", "/relay-metrics", "text/plain").statusCode());
        assertFalse(server.log().contains("[sfu]"), server.log());
    }

    private static HttpResponse<String> go(String verb, String path, String type) {
        return go(HERE, verb, path, type);
    }

    private static HttpResponse<String> go(Map<String, String> from, String verb, String path, String type) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                    .header("Content-Type", type)
                    .method(verb, BodyPublishers.noBody());
            from.forEach(request::header);
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String closed() {
        CompletableFuture<String> closed = new CompletableFuture<>();
        URI address = URI.create(server.url("/ws/party").replaceFirst("http", "ws"));
        client.newWebSocketBuilder()
                .header("Origin", server.url(""))
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                        closed.complete(code + " " + reason);
                        return null;
                    }
                })
                .join();
        return closed.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
