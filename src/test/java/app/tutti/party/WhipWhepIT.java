package app.tutti.party;

import static app.tutti.party.HttpPeerClient.header;
import static app.tutti.party.HttpPeerClient.location;
import static app.tutti.party.HttpPeerClient.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.FreePort;
import app.tutti.PackagedWar;
import app.tutti.sfu.FakePeer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A program publishes and players listen by HTTP, through the server as it is shipped; arquillian.xml lets three listen
 * and names a STUN and a TURN server.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class WhipWhepIT {
    private static final int RTC_PORT = Integer.getInteger(FreePort.NAME);
    private static final byte[] PAYLOAD = {1, 2, 3, 4, 5};
    private static final String SDP = "application/sdp";
    private static final String FRAGMENT = "application/trickle-ice-sdpfrag";
    private static final String CANDIDATE = "m=audio 9 UDP/TLS/RTP/SAVPF 109\r\na=mid:0\r\n"
            + "a=candidate:1 1 udp 2122260223 192.0.2.1 61764 typ host\r\na=end-of-candidates\r\n";

    @ArquillianResource
    private URL address;

    private final List<FakePeer> peers = new ArrayList<>();
    private HttpPeerClient client;
    private HttpPeerClient.Page host;
    private String sessionId;
    private String whip;
    private String whep;
    private String secret;
    private int number;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.with(WhipWhepIT.class);
    }

    @BeforeEach
    void aPartyIsOn() throws Exception {
        client = new HttpPeerClient(URI.create(address.toString()));
        host = client.page();
        host.say("createSession");
        JsonObject session = host.hears("sessionCreated");
        secret = session.getString("secret");
        sessionId = session.getString("sessionId");
        whip = "/api/party/" + sessionId + "/whip";
        whep = "/api/party/" + sessionId + "/whep";
    }

    @AfterEach
    void everybodyGoes() {
        peers.forEach(FakePeer::close);
        host.leave();
        client.close();
    }

    @Test
    void whatAProgramPublishesAPlayerHears() throws Exception {
        FakePeer player = peer();
        HttpResponse<String> listening = listen(player);
        player.connect(listening.body());
        host.counts(1);
        FakePeer program = peer();
        HttpResponse<String> publishing = publish(program);
        program.connect(publishing.body());
        assertArrayEquals(PAYLOAD, heard(player, program));

        expect(200, "DELETE", location(listening), null, Map.of());
        host.counts(0);
        refused(404, "GET", location(listening), null, Map.of());
        refused(404, "DELETE", location(listening), null, Map.of());
        expect(200, "DELETE", location(publishing), null, bearer());
        refused(404, "DELETE", location(publishing), null, bearer());
    }

    @Test
    void aPlayerThatSaysGoodbyeIsFreed() throws Exception {
        FakePeer player = peer();
        HttpResponse<String> listening = listen(player);
        player.connect(listening.body());
        host.counts(1);
        player.dtls.leave();
        host.counts(0);
        refused(404, "GET", location(listening), null, Map.of());
    }

    @Test
    void anAnswerSaysWhereToGoFromHere() throws Exception {
        HttpResponse<String> listening = listen(peer());
        assertEquals(SDP, header(listening, "Content-Type"));
        assertTrue(location(listening).matches(whep + "/[A-Za-z0-9_-]{22}"), location(listening));
        assertTrue(header(listening, "Location").startsWith("whep/"), "right below any path of a proxy's");
        assertTrue(header(listening, "ETag").matches("\"[A-Za-z0-9]+\""));
        assertTrue(header(listening, "Access-Control-Expose-Headers").contains("Location, ETag, Link"));
        List<String> links = listening.headers().allValues("Link");
        assertEquals("<stun:stun.example.org:3478>; rel=\"ice-server\"", links.getFirst());
        assertTrue(
                links.get(1)
                        .matches(
                                "<turn:turn.example.org:3478\\?transport=udp>; rel=\"ice-server\";"
                                        + " username=\"\\d+:tutti\"; credential=\"[A-Za-z0-9+/]{27}=\"; credential-type=\"password\""),
                links.get(1));
        assertTrue(listening.body().contains("a=sendonly"), listening.body());
        assertTrue(publish(peer()).body().contains("a=recvonly"));
    }

    @Test
    void aBrowserMayAskFromAnyPage() throws Exception {
        for (String endpoint : List.of(whip, whep)) {
            HttpResponse<String> options =
                    expect(200, "OPTIONS", endpoint, null, Map.of("Origin", "https://a.example"));
            assertEquals("*", header(options, "Access-Control-Allow-Origin"));
            assertTrue(header(options, "Access-Control-Allow-Methods").contains("POST"));
            assertTrue(header(options, "Access-Control-Allow-Headers").contains("Authorization"));
            assertEquals(SDP, header(options, "Accept-Post"));
            assertEquals("", expect(204, "GET", endpoint, null, Map.of()).body());
            options = expect(200, "OPTIONS", endpoint + "/some", null, Map.of());
            assertTrue(header(options, "Access-Control-Allow-Methods").contains("PATCH"));
            assertEquals(FRAGMENT, header(options, "Accept-Patch"));
        }
    }

    @Test
    void aSlashAtTheEndAnEmptyAcceptAndATagWithoutQuotesAreUnderstood() throws Exception {
        HttpResponse<String> listening =
                expect(201, "POST", whep + "/", peer().offer("recvonly"), with(Map.of("Accept", ""), SDP));
        assertTrue(location(listening).matches(whep + "/[A-Za-z0-9_-]{22}"), location(listening));
        String tag = header(listening, "ETag").replace("\"", "");
        expect(204, "PATCH", location(listening) + "/", CANDIDATE, with(Map.of("If-Match", tag), FRAGMENT));
        expect(200, "DELETE", location(listening) + "/", null, Map.of());
        HttpResponse<String> publishing =
                expect(201, "POST", whip + "/", peer().offer("sendonly"), with(bearer(), SDP));
        expect(200, "DELETE", location(publishing), null, bearer());
    }

    @Test
    void aPageOfAnotherOriginMayReadWhyItIsRefused() throws Exception {
        for (String path : List.of(whep + "/a/b", whep + "/a", "/api/party/friday/whep", whip)) {
            HttpResponse<String> refused = client.send("POST", path, "hello", with(Map.of(), SDP));
            assertTrue(refused.statusCode() >= 400, refused::toString);
            assertEquals("*", header(refused, "Access-Control-Allow-Origin"), path);
        }
    }

    @Test
    void aPasswordOfAnyLettersIsUnderstood() throws Exception {
        for (String password : List.of("two words", "what?!#", "a=b", "Grün", "夜の音")) {
            host.say("endSession");
            host.hears("sessionEnded");
            host.say("createSession", "password", password);
            String locked = "/api/party/" + host.hears("sessionCreated").getString("sessionId") + "/whep";
            String offer = peer().offer("recvonly");
            refused(401, "POST", locked, offer, with(Map.of(), SDP));
            refused(401, "POST", locked, offer, with(Map.of("Authorization", "Bearer wrong"), SDP));
            String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
            expect(201, "POST", locked, offer, with(Map.of("Authorization", "Bearer " + encoded), SDP));
        }
    }

    @Test
    void onlyTheHostsSecretPublishes() throws Exception {
        String offer = peer().offer("sendonly");
        HttpResponse<String> response = refused(401, "POST", whip, offer, Map.of("Content-Type", SDP));
        assertEquals("Bearer realm=\"tutti\"", header(response, "WWW-Authenticate"));
        response = refused(401, "POST", whip, offer, with(Map.of("Authorization", "Bearer guessed"), SDP));
        assertTrue(header(response, "WWW-Authenticate").contains("invalid_token"));
        refused(401, "POST", whip, offer, with(Map.of("Authorization", "Basic " + secret), SDP));
        HttpResponse<String> publishing = publish(peer());
        refused(401, "DELETE", location(publishing), null, Map.of());
        refused(401, "PATCH", location(publishing), CANDIDATE, with(Map.of("If-Match", "*"), FRAGMENT));
        refused(401, "GET", location(publishing), null, Map.of());
        assertEquals(
                "", expect(204, "GET", location(publishing), null, bearer()).body());
        expect(204, "HEAD", location(publishing), null, bearer());
    }

    @Test
    void anOfferThatCannotBeAnsweredIsRefused() throws Exception {
        String offer = peer().offer("recvonly");
        refused(415, "POST", whep, offer, Map.of());
        assertEquals(
                SDP, header(refused(415, "POST", whep, offer, Map.of("Content-Type", "text/plain")), "Accept-Post"));
        refused(406, "POST", whep, offer, with(Map.of("Accept", "application/json"), SDP));
        refused(400, "POST", whep, "hello", with(Map.of(), SDP));
        refused(400, "POST", whep, "", with(Map.of(), SDP));
        refused(413, "POST", whep, offer + "a=x\r\n".repeat(14_000), with(Map.of(), SDP));
        refused(422, "POST", whep, offer.replace("opus", "pcmu"), with(Map.of(), SDP));
        refused(422, "POST", whep, peer().offer("sendonly"), with(Map.of(), SDP));
        refused(422, "POST", whip, offer, with(bearer(), SDP));
        String media = offer.substring(offer.indexOf("m=audio"));
        String twoTracks =
                peer().offer("sendonly") + media.replace("recvonly", "sendonly").replace("mid:0", "mid:1");
        refused(422, "POST", whip, twoTracks, with(bearer(), SDP));
        refused(404, "POST", "/api/party/" + UUID.randomUUID() + "/whep", offer, with(Map.of(), SDP));
        refused(404, "POST", "/api/party/friday/whep", offer, with(Map.of(), SDP));
        assertEquals(
                201,
                client.send("POST", whep, offer, with(Map.of("Accept", "application/*"), "application/SDP; x=y"))
                        .statusCode());
    }

    @Test
    void aFullPartySaysWhenToComeBack() throws Exception {
        for (int i = 0; i < 3; i++) {
            listen(peer());
        }
        HttpResponse<String> full = refused(503, "POST", whep, peer().offer("recvonly"), with(Map.of(), SDP));
        assertEquals("30", header(full, "Retry-After"));
    }

    @Test
    void tooManyFromOneAddressAreToldToWait() throws Exception {
        HttpResponse<String> response = null;
        int asked = 0;
        do {
            response = client.send("POST", whep, "hello", with(Map.of(), SDP));
            asked++;
        } while (response.statusCode() == 400 && asked < 1000);
        assertEquals(429, response.statusCode());
        assertTrue(asked >= 29, "thirty a minute, with the session that was begun; came " + asked);
        assertTrue(Integer.parseInt(header(response, "Retry-After")) > 0);
        assertEquals("tooMany", client.toldBySocket());
        try (HttpPeerClient neighbour = new HttpPeerClient(URI.create(address.toString()))) {
            assertEquals(
                    400,
                    neighbour.send("POST", whep, "hello", with(Map.of(), SDP)).statusCode());
        }
    }

    @Test
    void whoChangesOrEndsConnectionsAllTheTimeIsToldToWait() throws Exception {
        assertTrue(askedUntilTold("DELETE", "", Map.of()) > 300, "ten times thirty a minute");
        // One comes back every fifth of a second, so that the next may still be let through.
        askedUntilTold("PATCH", CANDIDATE, with(Map.of(), FRAGMENT));
        assertEquals(
                400, client.send("POST", whep, "hello", with(Map.of(), SDP)).statusCode(), "joins are counted apart");
    }

    private int askedUntilTold(String method, String body, Map<String, String> headers) throws Exception {
        HttpResponse<String> response;
        int asked = 0;
        do {
            response = client.send(method, whep + "/guessed", body, headers);
            asked++;
        } while (response.statusCode() == 404 && asked < 2000);
        assertEquals(429, response.statusCode());
        assertTrue(Integer.parseInt(header(response, "Retry-After")) > 0);
        return asked;
    }

    @Test
    void candidatesAreTakenForTheSessionTheyAreMeantFor() throws Exception {
        HttpResponse<String> listening = listen(peer());
        String resource = location(listening);
        String tag = header(listening, "ETag");
        HttpResponse<String> taken = expect(204, "PATCH", resource, CANDIDATE, with(Map.of("If-Match", tag), FRAGMENT));
        assertTrue(taken.headers().firstValue("ETag").isEmpty(), "RFC 9725 §4.3.2");
        refused(428, "PATCH", resource, CANDIDATE, with(Map.of(), FRAGMENT));
        refused(412, "PATCH", resource, CANDIDATE, with(Map.of("If-Match", "\"other\""), FRAGMENT));
        refused(400, "PATCH", resource, "a=candidate:nonsense", with(Map.of("If-Match", tag), FRAGMENT));
        HttpResponse<String> wrong = refused(415, "PATCH", resource, CANDIDATE, with(Map.of("If-Match", tag), SDP));
        assertEquals(FRAGMENT, header(wrong, "Accept-Patch"));
        refused(413, "PATCH", resource, "a=x\r\n".repeat(14_000), with(Map.of("If-Match", tag), FRAGMENT));
        refused(404, "PATCH", resource + "x", CANDIDATE, with(Map.of("If-Match", tag), FRAGMENT));
    }

    @Test
    void aPlayerThatRestartsIceKeepsHearing() throws Exception {
        FakePeer player = peer();
        HttpResponse<String> listening = listen(player);
        player.connect(listening.body());
        FakePeer program = peer();
        program.connect(publish(program).body());
        assertArrayEquals(PAYLOAD, heard(player, program));
        String resource = location(listening);
        String before = header(listening, "ETag");

        refused(400, "PATCH", resource, "a=ice-ufrag:again\r\n", with(Map.of("If-Match", "*"), FRAGMENT));
        expect(204, "PATCH", resource, CANDIDATE, with(Map.of("If-Match", before), FRAGMENT));

        String fragment = "a=ice-ufrag:again\r\na=ice-pwd:bbbbbbbbbbbbbbbbbbbbbbbb\r\n" + CANDIDATE;
        HttpResponse<String> restarted =
                expect(200, "PATCH", resource, fragment, with(Map.of("If-Match", "*"), FRAGMENT));
        assertEquals(FRAGMENT, header(restarted, "Content-Type"));
        assertNotEquals(before, header(restarted, "ETag"));
        refused(412, "PATCH", resource, CANDIDATE, with(Map.of("If-Match", before), FRAGMENT));
        expect(204, "PATCH", resource, CANDIDATE, with(Map.of("If-Match", header(restarted, "ETag")), FRAGMENT));

        player.move();
        player.answered(restarted.body());
        player.sendCheck("again", true);
        assertArrayEquals(PAYLOAD, heard(player, program));
    }

    @Test
    void aPublishedPartyDoesWithoutItsPage() throws Exception {
        HttpPeerClient.Page listener = client.page();
        listener.say("join", "sessionId", sessionId);
        assertFalse(listener.hears("joined").getBoolean("playing"));
        FakePeer player = peer();
        player.connect(listen(player).body());
        FakePeer program = peer();
        HttpResponse<String> publishing = publish(program);
        program.connect(publishing.body());
        assertArrayEquals(PAYLOAD, heard(player, program));
        listener.hears("resume");
        host.leave();
        expect(200, "DELETE", location(publishing), null, bearer());
        listener.hears("hostReconnecting");
    }

    @Test
    void whatIsOverIsGone() throws Exception {
        HttpResponse<String> listening = listen(peer());
        HttpResponse<String> publishing = publish(peer());
        host.say("endSession");
        host.hears("sessionEnded");
        refused(404, "GET", location(listening), null, Map.of());
        refused(404, "DELETE", location(publishing), null, bearer());
        refused(404, "POST", whep, peer().offer("recvonly"), with(Map.of(), SDP));
    }

    private byte[] heard(FakePeer player, FakePeer program) throws Exception {
        return player.hearAfter(() -> program.sendRtp(++number, 0, 960 * number, 7, PAYLOAD))
                .payload();
    }

    private HttpResponse<String> listen(FakePeer player) throws Exception {
        return expect(201, "POST", whep, player.offer("recvonly"), with(Map.of(), SDP));
    }

    private HttpResponse<String> publish(FakePeer program) throws Exception {
        return expect(201, "POST", whip, program.offer("sendonly"), with(bearer(), SDP));
    }

    private HttpResponse<String> expect(
            int status, String method, String path, String body, Map<String, String> headers) throws Exception {
        HttpResponse<String> response = client.send(method, path, body, headers);
        assertEquals(status, response.statusCode(), method + " " + response.body());
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        assertTrue(response.headers().firstValue("Set-Cookie").isEmpty(), "no session, no token of a form");
        return response;
    }

    /** With a sentence that says why (RFC 9457). */
    private HttpResponse<String> refused(
            int status, String method, String path, String body, Map<String, String> headers) throws Exception {
        HttpResponse<String> response = expect(status, method, path, body, headers);
        assertEquals("application/problem+json", header(response, "Content-Type"));
        JsonObject problem =
                Json.createReader(new StringReader(response.body())).readObject();
        assertEquals(status, problem.getInt("status"));
        assertTrue(problem.getString("detail").matches("[A-Z0-9][^{}]+\\."), response.body());
        return response;
    }

    private FakePeer peer() {
        FakePeer peer = new FakePeer(RTC_PORT);
        peers.add(peer);
        return peer;
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + secret);
    }
}
