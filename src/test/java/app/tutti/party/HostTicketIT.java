package app.tutti.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.entity.HostTicket.Purpose;
import app.tutti.stories.TuttiServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A public server, asked by pages of a home server, of others, and by those that have no ticket. */
class HostTicketIT {
    private static final String KEY = "north wind, south wind, and whatever is between them";
    private static final String HOME = "http://localhost:8080";

    private static TuttiServer server;

    private final HostTickets tickets = new HostTickets(Optional.of(KEY));
    private HttpPeerClient client;

    @BeforeAll
    static void aPublicServerRuns() {
        server = TuttiServer.notStarted()
                .with("TUTTI_PARTY_ROLE", "listener")
                .with("TUTTI_HOST_KEY", KEY)
                .with("TUTTI_PARTY_ORIGINS", "https://other.example, " + HOME)
                .with("TUTTI_JOINS_PER_ADDRESS", "1000");
        server.start();
    }

    @AfterAll
    static void itStops() {
        String log = server.log();
        server.close();
        assertFalse(log.contains(KEY), "the key is in the log");
    }

    @BeforeEach
    void somebodyComes() throws Exception {
        client = new HttpPeerClient(URI.create(server.url("/")));
    }

    @AfterEach
    void theyGo() {
        client.close();
    }

    @Test
    void aHomesPageHostsHereAndInvitesHere() throws Exception {
        HttpPeerClient.Page page = client.page(HOME);
        JsonObject session = starts(page);
        assertTrue(session.getString("inviteUrl").startsWith(server.url("/party/")), session.toString());
        page.say("endSession");
        page.hears("sessionEnded");
    }

    @Test
    void whoComesBackShowsATicketAndTheSecret() throws Exception {
        HttpPeerClient.Page page = client.page(HOME);
        JsonObject session = starts(page);
        HttpPeerClient.Page again = client.page(HOME);
        again.say(resume(session).build());
        assertEquals("ticketMissing", code(again));
        again.say(resume(session).add("ticket", ticket()).build());
        assertEquals(
                session.getString("sessionId"), again.hears("sessionCreated").getString("sessionId"));
        page.hears("takenOver");
        again.say(Json.createObjectBuilder(resume(session).build())
                .add("ticket", ticket())
                .build());
        assertEquals("alreadyHosting", code(again));
        HttpPeerClient.Page other = client.page(HOME);
        JsonObject wrong = Json.createObjectBuilder()
                .add("type", "createSession")
                .add(
                        "resume",
                        Json.createObjectBuilder()
                                .add("sessionId", session.getString("sessionId"))
                                .add("secret", "guessed"))
                .add("ticket", ticket())
                .build();
        other.say(wrong);
        assertEquals("over", code(other));
        again.say("endSession");
        again.hears("sessionEnded");
    }

    @Test
    void everyWrongTicketIsRefusedWithACode() throws Exception {
        HttpPeerClient.Page page = client.page(HOME);
        page.say("createSession");
        assertEquals("ticketMissing", code(page));
        assertEquals("ticketForged", shown(page, "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk"));
        String strangers = new HostTickets(Optional.of(KEY + ".")).issue(Purpose.PARTY, HOME, Instant.now());
        assertEquals("ticketForged", shown(page, strangers));
        Instant anHourAgo = Instant.now().minusSeconds(3600);
        assertEquals("ticketExpired", shown(page, tickets.issue(Purpose.PARTY, HOME, anHourAgo)));
        Instant inAnHour = Instant.now().plusSeconds(3600);
        assertEquals("ticketExpired", shown(page, tickets.issue(Purpose.PARTY, HOME, inAnHour)));
        Instant now = Instant.now();
        assertEquals("ticketOrigin", shown(page, tickets.issue(Purpose.PARTY, "https://other.example", now)));
        assertEquals("ticketOrigin", shown(page, tickets.issue(Purpose.CATALOGUE, HOME, now)));

        String once = ticket();
        page.say("createSession", "ticket", once);
        page.hears("sessionCreated");
        HttpPeerClient.Page replay = client.page(HOME);
        assertEquals("ticketUsed", shown(replay, once));
        replay.say("pause");
        assertEquals("forbidden", code(replay));
        page.say("endSession");
        page.hears("sessionEnded");
    }

    @Test
    void ourOwnVisitorsCannotStartAParty() throws Exception {
        HttpPeerClient.Page page = client.page();
        page.say("createSession");
        assertEquals("forbidden", code(page));
        assertEquals("ticketOrigin", shown(page, ticket()));
    }

    @Test
    void otherPagesDoNotEvenConnect() {
        for (String origin : new String[] {"https://evil.example", "http://localhost:8081", "null"}) {
            ExecutionException refused = assertThrows(ExecutionException.class, () -> client.page(origin));
            WebSocketHandshakeException handshake = (WebSocketHandshakeException) refused.getCause();
            assertEquals(403, handshake.getResponse().statusCode());
        }
    }

    @Test
    void aCoverIsShownByItsHashAndNeverAsItWasSent() throws Exception {
        HttpPeerClient.Page page = client.page(HOME);
        JsonObject session = starts(page);
        byte[] sent = picture();
        HttpResponse<byte[]> kept = put(session, session.getString("secret"), HOME, sent);
        assertEquals(200, kept.statusCode());
        assertEquals(
                HOME, kept.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        String url = Json.createReader(new ByteArrayInputStream(kept.body()))
                .readObject()
                .getString("coverUrl");
        page.say(Json.createReader(new StringReader("""
                {"type": "nowPlaying", "track": {"id": "1", "title": "Two Rooms", "artist": "Trio",
                "release": "Closing", "durationSec": 9, "coverUrl": "%s"}}""".formatted(url))).readObject());

        HttpResponse<byte[]> shown = send(HttpRequest.newBuilder(URI.create(server.url(url))));
        assertEquals(200, shown.statusCode());
        assertEquals("image/jpeg", shown.headers().firstValue("Content-Type").orElse(""));
        assertNotEquals(-1, ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth());
        assertFalse(Arrays.equals(sent, shown.body()), "what was sent may hold anything");

        HttpPeerClient.Page listener = client.page();
        listener.say("join", "sessionId", session.getString("sessionId"));
        assertEquals(url, listener.hears("joined").getJsonObject("track").getString("coverUrl"));

        page.say("endSession");
        page.hears("sessionEnded");
        assertEquals(
                404, send(HttpRequest.newBuilder(URI.create(server.url(url)))).statusCode());
        assertEquals(404, put(session, session.getString("secret"), HOME, sent).statusCode());
    }

    @Test
    void aCoverIsTakenFromTheHostOnlyAndWhenItIsAPicture() throws Exception {
        HttpPeerClient.Page page = client.page(HOME);
        JsonObject session = starts(page);
        String secret = session.getString("secret");
        assertEquals(401, put(session, "guessed", HOME, picture()).statusCode());
        assertEquals(413, put(session, secret, HOME, new byte[512 * 1024 + 1]).statusCode());
        assertEquals(422, put(session, secret, HOME, "<svg/>".getBytes()).statusCode());
        HttpResponse<byte[]> elsewhere = put(session, secret, "https://evil.example", picture());
        assertTrue(elsewhere.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        page.say("endSession");
        page.hears("sessionEnded");
    }

    private JsonObject starts(HttpPeerClient.Page page) throws InterruptedException {
        page.say("createSession", "ticket", ticket());
        return page.hears("sessionCreated");
    }

    private String ticket() {
        return tickets.issue(Purpose.PARTY, HOME, Instant.now());
    }

    private static String shown(HttpPeerClient.Page page, String ticket) throws InterruptedException {
        page.say("createSession", "ticket", ticket);
        return code(page);
    }

    private static String code(HttpPeerClient.Page page) throws InterruptedException {
        return page.hears("error").getString("code");
    }

    private static JsonObjectBuilder resume(JsonObject session) {
        return Json.createObjectBuilder()
                .add("type", "createSession")
                .add(
                        "resume",
                        Json.createObjectBuilder()
                                .add("sessionId", session.getString("sessionId"))
                                .add("secret", session.getString("secret")));
    }

    private static HttpResponse<byte[]> put(JsonObject session, String secret, String origin, byte[] cover)
            throws Exception {
        String path = "/api/party/" + session.getString("sessionId") + "/cover";
        return send(HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Origin", origin)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "image/png")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(cover)));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
