package app.tutti.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final SlowWire wire = new SlowWire();
    private final Outbox outbox = new Outbox(wire);

    @Test
    void oneMessageIsUnderWayAtATimeInOrder() {
        outbox.send("a");
        outbox.send("b");
        outbox.send("c");
        assertEquals(List.of("a"), wire.sent);
        wire.arrived(true);
        assertEquals(List.of("a", "b"), wire.sent);
        wire.arrived(true);
        wire.arrived(true);
        outbox.send("d");
        assertEquals(List.of("a", "b", "c", "d"), wire.sent);
    }

    @Test
    void whoDoesNotReadIsDisconnectedOnceAndNotWaitedFor() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            outbox.send("x");
        }
        wire.awaitClosed();
        assertEquals(List.of(1013), wire.closedWith);
    }

    @Test
    void fewLargeMessagesAreTooMuchToo() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            outbox.send("x".repeat(60_000));
        }
        wire.awaitClosed();
    }

    @Test
    void aCloseNeverRunsOnTheSendersThread() throws InterruptedException {
        outbox.disconnect(1008, "why");
        wire.awaitClosed();
        assertTrue(wire.closer != Thread.currentThread());
    }

    @Test
    void aWireThatIsGoneBreaksNobodyElse() {
        wire.gone = true;
        outbox.send("a");
        outbox.send("b");
        assertEquals(List.of(), wire.sent);
    }

    @Test
    void whatCannotBeSentEndsItsMemberOnlyWhateverIsThrown() throws InterruptedException {
        wire.refuses = new IllegalArgumentException("not to be written as UTF-8");
        outbox.send("a");
        wire.awaitClosed();
        assertEquals(List.of(1001), wire.closedWith, "and may come again");
        outbox.send("b");
        assertEquals(List.of(), wire.sent);
    }

    @Test
    void nothingFollowsABrokenSendButTheEnd() throws InterruptedException {
        outbox.send("a");
        outbox.send("b");
        wire.arrived(false);
        outbox.send("c");
        assertEquals(List.of("a"), wire.sent);
        wire.awaitClosed();
    }

    private static final class SlowWire implements Wire {
        private final List<String> sent = new ArrayList<>();
        private final List<Integer> closedWith = new ArrayList<>();
        private final CountDownLatch closed = new CountDownLatch(1);
        private Consumer<Boolean> underWay;
        private volatile Thread closer;
        private boolean gone;
        private RuntimeException refuses;

        @Override
        public void send(String text, Consumer<Boolean> done) {
            if (refuses != null) {
                throw refuses;
            }
            if (gone) {
                throw new IllegalStateException("closed");
            }
            sent.add(text);
            underWay = done;
        }

        void arrived(boolean well) {
            underWay.accept(well);
        }

        @Override
        public void close(int code, String reason) {
            closer = Thread.currentThread();
            closedWith.add(code);
            closed.countDown();
        }

        @Override
        public void ping() {
            throw new AssertionError("nobody asked for that");
        }

        void awaitClosed() throws InterruptedException {
            assertTrue(closed.await(10, TimeUnit.SECONDS), "it must close");
        }
    }
}
