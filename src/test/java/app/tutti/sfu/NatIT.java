package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tutti.sfu.NatNetwork.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relay behind a NAT that forwards no port, and aiortc somewhere else. */
@Timeout(120)
class NatIT {
    private static final System.Logger LOG = System.getLogger("sfu");
    private static final String[] LITE = {};
    private static final String SERVER = NatNetwork.PUBLIC + ":3478";

    @BeforeAll
    static void networksCanBeMade() {
        assumeTrue(NatNetwork.possible(), "Needs root, network namespaces, nft, coturn and python3-aiortc");
    }

    @Test
    void withIceLiteNobodyHearsIt() throws Exception {
        try (NatNetwork network = NatNetwork.make(true)) {
            String heard = publishAndListen(network, relay(network, LITE), 5);
            assertTrue(heard.startsWith("deaf"), heard);
        }
    }

    @Test
    void byItsPublicAddressItReachesAPeerThatItCanSendTo() throws Exception {
        try (NatNetwork network = NatNetwork.make(true)) {
            turnServer(network);
            Conversation relay = relay(network, "nobody", "nothing", "stun:" + SERVER);
            String heard = publishAndListen(network, relay, 30);
            assertTrue(heard.startsWith("heard"), heard);
        }
    }

    @Test
    void itIsHeardThroughATurnServerAndLeavesNothingBehindThere() throws Exception {
        try (NatNetwork network = NatNetwork.make(false)) {
            Conversation turn = turnServer(network);
            Conversation relay = relay(network, "north", "star", "turn:" + SERVER);
            String before = relay.ask("sockets");

            String heard = publishAndListen(network, relay, 30);
            LOG.log(System.Logger.Level.INFO, "Through a TURN server: {0} (frames, ms since the offer)", heard);
            assertTrue(heard.startsWith("heard"), heard);
            assertTrue(Integer.parseInt(relay.ask("sockets")) > Integer.parseInt(before), "an agent has sockets");

            relay.ask("closeAll");
            // RFC 8656 §7.3: what deletes an allocation. One for the publisher and one for the listener.
            turn.await("lifetime=0");
            turn.await("lifetime=0");
            awaitSockets(relay, before);
        }
    }

    @Test
    void whoStopsItLeavesNothingBehindAtTheTurnServer() throws Exception {
        try (NatNetwork network = NatNetwork.make(false)) {
            Conversation turn = turnServer(network);
            Conversation relay = relay(network, "north", "star", "turn:" + SERVER);
            String heard = publishAndListen(network, relay, 30);
            assertTrue(heard.startsWith("heard"), heard);

            // It closes, and the process ends at once.
            relay.process().outputWriter().close();
            assertEquals(0, relay.process().waitFor());
            turn.await("lifetime=0");
            turn.await("lifetime=0");
        }
    }

    /** The agents are freed by a thread of theirs; the time limit of the test is that of the wait. */
    private static void awaitSockets(Conversation relay, String count) throws IOException {
        String now;
        do {
            now = relay.ask("sockets");
        } while (!now.equals(count));
        assertEquals(count, now);
    }

    private static Conversation relay(NatNetwork network, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] command = {java, "-cp", System.getProperty("java.class.path"), RelayBehindNat.class.getName()};
        String[] all = new String[command.length + arguments.length];
        System.arraycopy(command, 0, all, 0, command.length);
        System.arraycopy(arguments, 0, all, command.length, arguments.length);
        Conversation relay = network.start("relay", all);
        relay.ask("sockets");
        return relay;
    }

    private static Conversation turnServer(NatNetwork network) throws IOException {
        Conversation server = network.start(
                "public",
                "turnserver",
                "-n",
                "-v",
                "--log-file=stdout",
                "--pidfile=",
                "--no-cli",
                "--no-tls",
                "--no-dtls",
                "--listening-ip=" + NatNetwork.PUBLIC,
                "--relay-ip=" + NatNetwork.PUBLIC,
                "--realm=tutti",
                "--lt-cred-mech",
                "--user=north:star");
        server.await("UDP listener opened on: " + SERVER);
        return server;
    }

    /** What the peer says at last: "heard" or "deaf". */
    private static String publishAndListen(NatNetwork network, Conversation relay, int patienceSeconds)
            throws IOException {
        Conversation peer = network.start(
                "peer",
                "/usr/bin/python3",
                "src/test/resources/sfu/publish-and-listen.py",
                String.valueOf(patienceSeconds));
        String line = peer.hear();
        while (line.startsWith("produce") || line.startsWith("consume")) {
            peer.tell(relay.ask(line));
            line = peer.hear();
        }
        return line;
    }
}
