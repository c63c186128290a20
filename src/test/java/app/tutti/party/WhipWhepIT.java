package app.tutti.party;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.tutti.PackagedWar;
import app.tutti.sfu.FakePeer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program publishes and a player listens by HTTP, through the server as it is shipped. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public class WhipWhepIT {
    private static final int RTC_PORT = Integer.getInteger("tutti.it.rtcPort");
    private static final byte[] PAYLOAD = {1, 2, 3, 4, 5};
    private static final String SDP = "application/sdp";

    @ArquillianResource
    private URL address;

    private final List<FakePeer> peers = new ArrayList<>();
    private HttpPeerClient client;
    private HttpPeerClient.Page host;
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
        host.say(Json.createObjectBuilder().add("type", "createSession").build());
        JsonObject session = host.hears("sessionCreated");
        secret = session.getString("secret");
        whip = "/api/party/" + session.getString("sessionId") + "/whip";
        whep = "/api/party/" + session.getString("sessionId") + "/whep";
    }

    @AfterEach
    void thePartyEnds() throws Exception {
        peers.forEach(FakePeer::close);
        host.say(Json.createObjectBuilder().add("type", "endSession").build());
        host.hears("sessionEnded");
        host.close();
    }

    @Test
    void whatAProgramPublishesAPlayerHears() throws Exception {
        FakePeer player = peer();
        HttpResponse<String> listening = listen(player);
        player.connect(listening.body());
        FakePeer program = peer();
        HttpResponse<String> publishing = publish(program);
        program.connect(publishing.body());

        assertArrayEquals(PAYLOAD, hears(player, program));
        hostCounts(1);

        assertEquals(
                200, client.send("DELETE", location(listening), null, Map.of()).statusCode());
        hostCounts(0);
        assertEquals(
                404, client.send("GET", location(listening), null, Map.of()).statusCode());
        assertEquals(
                200, client.send("DELETE", location(publishing), null, bearer()).statusCode());
        assertEquals(
                404, client.send("DELETE", location(publishing), null, bearer()).statusCode());
    }

    /** Awaits that number. */
    private void hostCounts(int listeners) throws Exception {
        int told;
        do {
            told = host.hears("listenerCount").getInt("count");
        } while (told != listeners);
    }

    private HttpResponse<String> listen(FakePeer player) throws Exception {
        HttpResponse<String> created = client.send("POST", whep, player.offer("recvonly"), Map.of("Content-Type", SDP));
        assertEquals(201, created.statusCode(), created.body());
        return created;
    }

    private HttpResponse<String> publish(FakePeer program) throws Exception {
        HttpResponse<String> created = client.send(
                "POST",
                whip,
                program.offer("sendonly"),
                Map.of("Content-Type", SDP, "Authorization", "Bearer " + secret));
        assertEquals(201, created.statusCode(), created.body());
        return created;
    }

    private FakePeer peer() {
        FakePeer peer = new FakePeer(RTC_PORT);
        peers.add(peer);
        return peer;
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + secret);
    }

    private static String location(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow();
    }

    private byte[] hears(FakePeer player, FakePeer program) throws Exception {
        return player.hearAfter(() -> program.sendRtp(++number, 0, 960 * number, 7, PAYLOAD))
                .payload();
    }
}
