package app.tutti.party.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.account.access.control.HostTickets;
import app.tutti.account.access.control.OpenConnections;
import app.tutti.account.people.entity.Identity;
import app.tutti.clock.FaultGuard;
import app.tutti.clock.ServerClock;
import app.tutti.party.control.FakeParties;
import app.tutti.room.PartyOrigins;
import app.tutti.room.Pulse;
import app.tutti.sfu.Sfu;
import app.tutti.sfu.SfuSettings;
import app.tutti.web.entity.PublicAddress;
import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.websocket.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a stranger says on a party's socket. Ana hosts the party that it is said at, Carla another one. */
class PartySocketFuzzTest {
    private static final Pattern ID = Pattern.compile("\"sessionId\":\"([0-9a-f-]{36})\"");
    /** Stands in the inputs for the id of Ana's party. */
    private static final String PARTY = "$PARTY";

    private static final int MOST_MESSAGES = 20;
    private static final int INTERNAL_ERROR = 1011;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private static final FakeParties SERVER = FakeParties.at(Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1)));
    private static final Peer CARLA = new Peer(new Identity.Household());
    private static final Peer DORA = new Peer(new Identity.Nobody());
    private static int inputs;

    static {
        CARLA.says("{\"type\":\"createSession\"}");
        DORA.says(join(party(CARLA)));
    }

    /** The first byte chooses who the stranger is, a line is a message. */
    @FuzzTest
    void whateverAStrangerSaysNobodyElseNotices(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean isMember = !text.isEmpty() && text.charAt(0) == 'm';
        Map<String, Long> faults = FaultGuard.all();
        Peer ana = new Peer(new Identity.Household());
        ana.says("{\"type\":\"createSession\"}");
        ana.says("{\"type\":\"allow\",\"chat\":true,\"requests\":true}");
        String party = party(ana);
        Peer bruno = new Peer(new Identity.Nobody());
        bruno.says(join(party));
        Peer stranger = new Peer(isMember ? new Identity.Household() : new Identity.Nobody());
        text.lines().skip(1).limit(MOST_MESSAGES).forEach(line -> stranger.says(line.replace(PARTY, party)));
        SERVER.parties().lookAfter(System.nanoTime());

        assertNotEquals(INTERNAL_ERROR, stranger.closedWith(), "whatever it is, it is answered or refused");
        hears(ana, bruno);
        hears(CARLA, DORA);
        Peer late = new Peer(new Identity.Nobody());
        late.says(join(party));
        assertTrue(late.session.sent.getFirst().contains("\"joined\""), late.session.sent.getFirst());
        assertEquals(0, late.closedWith(), "what is told again to who comes later can be told");
        assertEquals(faults, FaultGuard.all(), "no turn fails");
        List.of(stranger, late, bruno, ana).forEach(Peer::goes);
        SERVER.parties().lookAfter(System.nanoTime() + SECOND_NANOS);
        assertEquals(1, SERVER.parties().ids().size(), "a party that was left ends, whatever was said at it");
    }

    private static void hears(Peer host, Peer listener) {
        int before = listener.session.sent.size();
        int second = ++inputs % 1000;
        host.says("{\"type\":\"position\",\"positionSec\":" + second + ",\"durationSec\":1000}");
        assertEquals(before + 1, listener.session.sent.size());
        assertTrue(listener.session.last().contains("\"positionSec\":" + second + ".0"), listener.session.last());
        assertEquals(0, host.closedWith());
        assertEquals(0, listener.closedWith());
        listener.forget();
        host.forget();
    }

    private static String party(Peer host) {
        var id = ID.matcher(host.session.sent.getFirst());
        assertTrue(id.find(), "a party must begin");
        return id.group(1);
    }

    private static String join(String party) {
        return "{\"type\":\"join\",\"sessionId\":\"" + party + "\"}";
    }

    /** Somebody with a socket. */
    private static final class Peer {
        private static int number;

        final FakeSession session;
        private final PartySocket socket = new PartySocket() {
            @Override
            PublicAddress invitation(Session opened) {
                return new PublicAddress("http://192.0.2.2");
            }
        };

        Peer(Identity identity) {
            number++;
            session = new FakeSession(identity, "10.0.%d.%d".formatted(number / 250 % 250, number % 250));
            socket.parties = SERVER.parties();
            socket.settings = SERVER.settings();
            socket.clock = new ServerClock();
            socket.heldOpen = new OpenConnections();
            socket.pulse = new Pulse();
            socket.tickets = new HostTickets(Optional.empty());
            socket.homes = new PartyOrigins(Optional.empty());
            socket.open(session.session);
        }

        void says(String message) {
            socket.message(message);
        }

        /** 0 while it is open. */
        int closedWith() {
            return session.closed.getNow(0);
        }

        void forget() {
            session.sent.clear();
        }

        void goes() {
            socket.close();
            assertFalse(SERVER.parties().ids().isEmpty());
        }
    }
}
