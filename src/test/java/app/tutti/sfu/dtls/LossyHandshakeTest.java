package app.tutti.sfu.dtls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.sfu.srtp.SrtpKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Twenty peers whose lines lose three datagrams in ten, each way, and what strangers slip in between. */
class LossyHandshakeTest {
    private static final int PEERS = 20;
    private static final int LOST_IN_TEN = 3;
    private static final byte[] FATAL = alert(2, 40);
    private static final byte[] GOODBYE = alert(1, 0);

    private final DtlsServer server = new DtlsServer();

    @Test
    void nearlyAllSucceedThatBegin() throws Exception {
        assertTrue(succeeded(seed -> new Line(seed, LOST_IN_TEN).peerBegins()) >= PEERS - 2);
    }

    @Test
    void nearlyAllSucceedThatAwaitUs() throws Exception {
        assertTrue(succeeded(seed -> new Line(seed, LOST_IN_TEN).relayBegins()) >= PEERS - 2);
    }

    @Test
    void alertsThatAnybodyCouldHaveWrittenEndNothing() throws Exception {
        Line line = new Line(1, 0);
        line.before = List.of(FATAL, GOODBYE, new byte[] {21, 2});
        line.behind = FATAL;
        assertTrue(line.peerBegins());
        line.transport.received(FATAL, FATAL.length);
        line.peer.leave();
        assertTrue(line.ended.get(10, TimeUnit.SECONDS), "the peer's own goodbye does");
    }

    private interface Handshake {
        boolean succeeds(long seed) throws Exception;
    }

    private static long succeeded(Handshake handshake) throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < PEERS; i++) {
            long seed = i;
            all.add(() -> handshake.succeeds(seed));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long succeeded = 0;
            for (Future<Boolean> each : threads.invokeAll(all)) {
                succeeded += each.get() ? 1 : 0;
            }

            return succeeded;
        }
    }

    private static byte[] alert(int level, int description) {
        return new byte[] {21, (byte) 0xfe, (byte) 0xfd, 0, 0, 0, 0, 0, 0, 0, 9, 0, 2, (byte) level, (byte) description
        };
    }

    /** Between one peer and the relay. */
    private final class Line {
        private final Random there;
        private final Random back;
        private final int lostInTen;
        private final LinkedBlockingQueue<byte[]> toPeer = new LinkedBlockingQueue<>();
        private final CompletableFuture<SrtpKeys> keys = new CompletableFuture<>();
        final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        final FakeDtlsClient peer = new FakeDtlsClient(toPeer, this::there);
        DtlsTransport transport;
        /** Datagrams that come before each of the peer's, and a record that stands behind it in the same one. */
        List<byte[]> before = List.of();

        byte[] behind = {};

        Line(long seed, int lostInTen) {
            there = new Random(seed);
            back = new Random(-1 - seed);
            this.lostInTen = lostInTen;
        }

        boolean peerBegins() throws Exception {
            transport = server.accept(fingerprint(), this::back, new Outcome());
            return agree(peer::shakeHands);
        }

        boolean relayBegins() throws Exception {
            transport = server.connect(fingerprint(), this::back, new Outcome());
            transport.reachable();
            return agree(() -> peer.awaitHands(server.fingerprint().hex()));
        }

        private boolean agree(Callable<SrtpKeys> shakeHands) throws Exception {
            try {
                SrtpKeys theirs = shakeHands.call();
                peer.goOn(() -> !keys.isDone());
                SrtpKeys ours = keys.get(30, TimeUnit.SECONDS);
                assertArrayEquals(theirs.client().key(), ours.client().key());
                return true;
            } catch (java.io.IOException | java.util.concurrent.ExecutionException gaveUp) {

                return false;
            }
        }

        private Fingerprint fingerprint() {
            return new Fingerprint("sha-256", peer.fingerprint());
        }

        private void there(byte[] bytes, int offset, int length) {
            if (there.nextInt(10) < lostInTen) {
                return;
            }
            before.forEach(each -> transport.received(each, each.length));
            byte[] datagram = Arrays.copyOfRange(bytes, offset, offset + length + behind.length);
            System.arraycopy(behind, 0, datagram, length, behind.length);
            transport.received(datagram, datagram.length);
        }

        private void back(byte[] bytes, int offset, int length) {
            if (back.nextInt(10) >= lostInTen) {
                toPeer.add(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        }

        private final class Outcome implements DtlsListener {
            @Override
            public void secured(SrtpKeys agreed) {
                keys.complete(agreed);
            }

            @Override
            public void failed(Failure failure, String reason) {
                keys.completeExceptionally(new IllegalStateException(failure + ": " + reason));
            }

            @Override
            public void closed() {
                ended.complete(true);
            }
        }
    }
}
