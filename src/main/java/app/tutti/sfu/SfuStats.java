package app.tutti.sfu;

import java.util.Collections;
import java.util.Map;

/**
 * Gauges and counters of a relay since its start. Packets are RTP unless it says otherwise.
 *
 * @param bytesIn payload, headers and tags, without UDP and IP
 * @param dropped datagrams that came and went no further; every reason is in it
 * @param droppedByRing packets for a shard that was behind
 * @param droppedBySocket datagrams the kernel had no room for, and those for listeners who read too slowly by TCP
 * @param handshakes DTLS handshakes in flight
 * @param handshakesFailed for whatever reason, the two that follow among them
 * @param handshakesTimedOut the peer fell silent
 * @param handshakesTurnedAway there were too many at once
 * @param receiverReports RTCP reports from listeners
 * @param nacks RTCP requests of listeners for packets lost
 * @param retransmitted packets sent again; not in {@code packetsOut}
 * @param nacksSent RTCP requests to hosts for packets lost
 * @param faults exceptions in the packet loop; anything but 0 is a bug
 */
public record SfuStats(
        int routers,
        int transports,
        int producers,
        int consumers,
        int handshakes,
        long packetsIn,
        long bytesIn,
        long packetsOut,
        long bytesOut,
        Map<DropReason, Long> dropped,
        long droppedByRing,
        long droppedBySocket,
        long handshakesSucceeded,
        long handshakesFailed,
        long handshakesTimedOut,
        long handshakesTurnedAway,
        long receiverReports,
        long nacks,
        long retransmitted,
        long nacksSent,
        long faults) {
    public SfuStats {
        dropped = Collections.unmodifiableMap(dropped);
    }

    /** How many datagrams were dropped for this. */
    public long dropped(DropReason reason) {
        return dropped.get(reason);
    }
}
