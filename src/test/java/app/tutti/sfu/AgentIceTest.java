package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import app.tutti.sfu.ice.FullIce;
import app.tutti.sfu.net.LocalAddresses;
import app.tutti.sfu.sdp.SdpFragment;
import app.tutti.sfu.sdp.SdpRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay that is a full agent, without servers: the peer comes to an address of this machine. */
class AgentIceTest {
    private static final int HOST_SSRC = 0x1234;
    private static final byte[] PAYLOAD = {1, 2, 3};

    private final Sfu sfu =
            Sfu.start(new SfuSettings(0, List.of("127.0.0.1"), 1, Optional.of(new FullIce(List.of(), () -> null))));
    private final Router router = sfu.createRouter();
    private final FakeListener events = new FakeListener();
    private final List<FakePeer> peers = new ArrayList<>();

    @BeforeEach
    void thereIsAnAddress() {
        assumeFalse(LocalAddresses.reachable().getFirst().startsWith("127."), "Needs an address beside 127.0.0.1");
    }

    @AfterEach
    void stop() {
        sfu.close();
        peers.forEach(FakePeer::close);
    }

    @Test
    void aRestartIsAnotherAgentAndTheStreamGoesOn() throws Exception {
        Transport transport = router.createTransport(events);
        FakePeer listener = peer();
        Consumer consumer = transport.consume(listener.offer("recvonly"));
        consumer.resume();
        assertFalse(consumer.answer().contains("ice-lite"), consumer.answer());
        connect(listener, consumer.answer());
        FakePeer host = peer();
        connect(
                host,
                router.createTransport(events).produce(host.offer("sendonly")).answer());
        int[] sequenceNumber = {0};
        Runnable send = () -> {
            host.sendRtp(sequenceNumber[0], 0, sequenceNumber[0] * 960, HOST_SSRC, PAYLOAD);
            sequenceNumber[0]++;
        };
        assertArrayEquals(PAYLOAD, listener.hearAfter(send).payload());

        String before = transport.iceSession();
        String ours = transport.trickle(fragment("again")).orElseThrow();
        assertEquals(FakePeer.attribute(ours, "ice-ufrag"), transport.iceSession());
        assertFalse(before.equals(transport.iceSession()));
        assertArrayEquals(PAYLOAD, listener.hearAfter(send).payload(), "the agent before serves as yet");

        listener.goTo(ours);
        listener.answered(ours);
        listener.sendCheck("again", true);
        FakePeer.await(listener.checks);
        assertArrayEquals(PAYLOAD, listener.hearAfter(send).payload());
    }

    @Test
    void anOfferWithoutAPasswordCannotBeChecked() {
        String offer = peer().offer("recvonly").replaceAll("a=ice-pwd:\\w+\r\n", "");
        Transport transport = router.createTransport(events);
        assertEquals(
                SdpRefused.Kind.MALFORMED,
                assertThrows(SdpRefused.class, () -> transport.consume(offer)).kind());
    }

    private static void connect(FakePeer peer, String answer) throws Exception {
        peer.goTo(answer);
        peer.connect(answer);
    }

    private FakePeer peer() {
        FakePeer peer = new FakePeer(sfu.port());
        peers.add(peer);
        return peer;
    }

    private static SdpFragment fragment(String ufrag) {
        return SdpFragment.parse("a=ice-ufrag:" + ufrag + "\r\na=ice-pwd:" + FakePeer.PASSWORD + "\r\n");
    }
}
