package app.tutti.sfu;

import app.tutti.sfu.net.Flow;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Datagrams on their way from an agent's thread to the receive thread. Bounded for each agent, so that a flood at one
 * of them fills nobody else's queue.
 */
final class AgentInbox {
    private static final int CAPACITY = 256;

    private final ArrayBlockingQueue<byte[]> datagrams = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean expected = new AtomicBoolean();
    private final Sfu sfu;
    private final Flow flow;

    AgentInbox(Sfu sfu, Flow flow) {
        this.sfu = sfu;
        this.flow = flow;
    }

    /** Copies a datagram, or drops it when the receive thread is behind. */
    void put(byte[] bytes, int length) {
        if (!datagrams.offer(Arrays.copyOf(bytes, length))) {
            sfu.counters().droppedBySocket.increment();
        }
        if (expected.compareAndSet(false, true)) {
            sfu.loop().execute(this::empty);
        }
    }

    private void empty() {
        expected.set(false);
        byte[] datagram;
        while ((datagram = datagrams.poll()) != null) {
            sfu.loop().take(datagram, datagram.length, flow);
        }
    }
}
