package app.tutti.sfu;

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
    final LongAdder malformed = new LongAdder();
    final LongAdder unauthenticated = new LongAdder();
    final LongAdder replayed = new LongAdder();
    final LongAdder unexpected = new LongAdder();
    final LongAdder droppedByRing = new LongAdder();
    final LongAdder droppedBySocket = new LongAdder();
    final LongAdder handshakesSucceeded = new LongAdder();
    final LongAdder handshakesFailed = new LongAdder();
    final LongAdder receiverReports = new LongAdder();
    final LongAdder nacks = new LongAdder();
    final LongAdder retransmitted = new LongAdder();
    final LongAdder nacksSent = new LongAdder();
    final LongAdder faults = new LongAdder();

    SfuStats stats() {
        return new SfuStats(
                routers.get(),
                transports.get(),
                producers.get(),
                consumers.get(),
                packetsIn.sum(),
                bytesIn.sum(),
                packetsOut.sum(),
                bytesOut.sum(),
                malformed.sum(),
                unauthenticated.sum(),
                replayed.sum(),
                unexpected.sum(),
                droppedByRing.sum(),
                droppedBySocket.sum(),
                handshakesSucceeded.sum(),
                handshakesFailed.sum(),
                receiverReports.sum(),
                nacks.sum(),
                retransmitted.sum(),
                nacksSent.sum(),
                faults.sum());
    }
}
