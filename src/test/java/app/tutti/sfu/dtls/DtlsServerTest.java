package app.tutti.sfu.dtls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.srtp.SrtpKeys;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Peers that say hello and then nothing. */
class DtlsServerTest {
    private static final Fingerprint PEER = new Fingerprint("sha-256", "00" + ":00".repeat(31));

    private DtlsServer server = new DtlsServer(1, Duration.ZERO, Duration.ZERO);
    private final BlockingQueue<DtlsListener.Failure> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();

    @Test
    void aPeerThatFallsSilentGivesItsPlaceToTheNext() throws Exception {
        server = new DtlsServer(1, Duration.ofSeconds(10), Duration.ofMillis(100));
        DtlsTransport silent = peer();
        hello(silent);
        assertNotNull(answers.poll(10, TimeUnit.SECONDS));
        assertEquals(1, server.inFlight());
        BlockingQueue<Integer> toNext = new LinkedBlockingQueue<>();
        DtlsTransport next = server.accept(PEER, (bytes, offset, length) -> toNext.add(length), listener());
        hello(next);
        assertEquals(DtlsListener.Failure.TIMED_OUT, failures.poll(20, TimeUnit.SECONDS));
        assertNotNull(toNext.poll(10, TimeUnit.SECONDS), "the next has its turn");
        next.close();
    }

    @Test
    void whoIsClosedInTheMiddleHoldsNoPlace() throws Exception {
        server = new DtlsServer(1, Duration.ofSeconds(10), Duration.ofHours(1));
        DtlsTransport closed = peer();
        hello(closed);
        assertNotNull(answers.poll(10, TimeUnit.SECONDS));
        closed.close();
        answers.clear();
        DtlsTransport next = peer();
        hello(next);
        assertNotNull(answers.poll(10, TimeUnit.SECONDS), "the next has its turn");
        next.close();
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsTurnedAwayAndHearsNothing() throws Exception {
        DtlsTransport first = peer();
        hello(first);
        assertNotNull(answers.poll(10, TimeUnit.SECONDS), "the only place is taken");
        DtlsTransport second =
                server.accept(PEER, (bytes, offset, length) -> failures.add(DtlsListener.Failure.REFUSED), listener());
        hello(second);
        assertEquals(DtlsListener.Failure.TURNED_AWAY, failures.poll(10, TimeUnit.SECONDS));
        assertTrue(failures.isEmpty());
        first.close();
    }

    @Test
    void aPeerThatSaysHelloAgainAndAgainHasOneHandshake() throws Exception {
        DtlsServer spacious = new DtlsServer(10, Duration.ZERO, Duration.ZERO);
        DtlsTransport peer = spacious.accept(PEER, (bytes, offset, length) -> answers.add(length), listener());
        for (int i = 0; i < 10; i++) {
            hello(peer);
        }
        assertNotNull(answers.poll(10, TimeUnit.SECONDS));
        assertEquals(1, spacious.inFlight());
        peer.close();
    }

    private DtlsTransport peer() {
        return server.accept(PEER, (bytes, offset, length) -> answers.add(length), listener());
    }

    private DtlsListener listener() {
        return new DtlsListener() {
            @Override
            public void secured(SrtpKeys keys) {}

            @Override
            public void failed(Failure failure, String reason) {
                failures.add(failure);
            }

            @Override
            public void closed() {}
        };
    }

    /** The first record of a recorded handshake; before it stands its length. */
    private static void hello(DtlsTransport transport) throws IOException {
        String inputs = "RecordsFuzzTestInputs/noRecordsOfStrangersMakeKeys/hello";
        try (InputStream recorded = DtlsServerTest.class.getResourceAsStream(inputs)) {
            byte[] bytes = recorded.readAllBytes();
            transport.received(Arrays.copyOfRange(bytes, 2, bytes.length), bytes.length - 2);
        }
    }
}
