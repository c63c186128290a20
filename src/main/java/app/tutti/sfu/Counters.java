package app.tutti.sfu;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What {@link SfuStats} is a picture of. Any thread may count. */
final class Counters {
    final AtomicInteger routers = new AtomicInteger();
    final AtomicInteger transports = new AtomicInteger();
    final AtomicInteger producers = new AtomicInteger();
    final AtomicInteger consumers = new AtomicInteger();
    final LongAdder packetsIn = new LongAdder();
    final LongAdder bytesIn = new LongAdder();
    final LongAdder packetsOut = new LongAdder();
    final LongAdder bytesOut = new LongAdder();
    final LongAdder droppedByRing = new LongAdder();
    final LongAdder droppedBySocket = new LongAdder();
    final LongAdder handshakesSucceeded = new LongAdder();
    final LongAdder handshakesFailed = new LongAdder();
    final LongAdder handshakesTimedOut = new LongAdder();
    final LongAdder handshakesTurnedAway = new LongAdder();
    final LongAdder receiverReports = new LongAdder();
    final LongAdder nacks = new LongAdder();
    final LongAdder retransmitted = new LongAdder();
    final LongAdder nacksSent = new LongAdder();
    final LongAdder faults = new LongAdder();

    private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);

    Counters() {
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    /** Counts a datagram that goes no further. */
    void drop(DropReason reason) {
        drop(reason, 1);
    }

    /** Counts several. */
    void drop(DropReason reason, long count) {
        dropped.get(reason).add(count);
    }

    /** @param handshakes in flight at present */
    SfuStats stats(int handshakes) {
        return new SfuStats(
                routers.get(),
                transports.get(),
                producers.get(),
                consumers.get(),
                handshakes,
                packetsIn.sum(),
                bytesIn.sum(),
                packetsOut.sum(),
                bytesOut.sum(),
                dropped(),
                droppedByRing.sum(),
                droppedBySocket.sum(),
                handshakesSucceeded.sum(),
                handshakesFailed.sum(),
                handshakesTimedOut.sum(),
                handshakesTurnedAway.sum(),
                receiverReports.sum(),
                nacks.sum(),
                retransmitted.sum(),
                nacksSent.sum(),
                faults.sum());
    }

    private Map<DropReason, Long> dropped() {
        Map<DropReason, Long> sums = new EnumMap<>(DropReason.class);
        dropped.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }
}
