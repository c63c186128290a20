package app.tutti.party.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.SocketMessage;
import app.tutti.party.entity.HostRequest;
import app.tutti.party.entity.ListenerRequest;
import app.tutti.party.entity.PartyRequest;
import app.tutti.room.Protocol;
import app.tutti.room.ProtocolViolation;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bruno has an account, so his role lets him host; at Ana's party he is a listener. */
class ListenerChangesNothingTest extends AnasParty {
    /** All that a host may say at a party, in the words of the examples. */
    static Stream<HostRequest> hosts() {
        Protocol<PartyRequest> protocol = new Protocol<>(PartyRequest.class);
        return SocketMessage.ofParties().stream()
                .flatMap(message -> {
                    try {
                        return Stream.of(protocol.decode(message.text()).body());
                    } catch (ProtocolViolation wrong) {
                        throw new AssertionError(wrong);
                    }
                })
                .filter(HostRequest.class::isInstance)
                .map(HostRequest.class::cast)
                .filter(request -> !(request instanceof HostRequest.CreateSession));
    }

    @Test
    void thereIsSomethingToRefuse() {
        assertTrue(hosts().count() >= 9, "the examples are found");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void isRefusedAndChangesNothing(HostRequest hosts) {
        ask(anas, new HostRequest.NowPlaying(TWO_ROOMS));
        ask(anas, new HostRequest.Position(12, 73));
        List<String> anaHeard = ana.types();
        List<String> brunoHeard = bruno.types();

        ask(brunos, hosts);
        parties.lookAfter(System.nanoTime());

        assertEquals("notHost", bruno.last().getString("code"));
        assertEquals(brunoHeard.size() + 1, bruno.types().size(), "he is told that, and nothing else");
        assertEquals(
                anaHeard,
                ana.types().stream()
                        .filter(type -> !type.equals("listenerCount"))
                        .toList());
        JsonObject found = whatWhoComesNowFinds();
        assertEquals("Two Rooms", found.getJsonObject("track").getString("title"));
        assertFalse(found.getBoolean("playing"));
        assertEquals(12.0, found.getJsonNumber("positionSec").doubleValue());
        assertTrue(found.getBoolean("chat"));
        assertFalse(found.getBoolean("requests"));
    }

    private JsonObject whatWhoComesNowFinds() {
        FakeMember carla = new FakeMember();
        ask(conversation(carla), new ListenerRequest.Join(party, Optional.empty(), Optional.empty()));
        return carla.first("joined");
    }
}
