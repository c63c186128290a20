package app.tutti.sfu;

/**
 * Gauges and counters of a relay since its start. Packets are RTP unless it says otherwise.
 *
 * @param bytesIn payload, headers and tags, without UDP and IP
 * @param malformed datagrams that no protocol of ours could read
 * @param unauthenticated checks or packets whose tag was wrong, datagrams from addresses ICE has not proved, and
 *     connections that proved nothing or were too many
 * @param replayed packets that came twice or far too late
 * @param unexpected packets nobody asked for: a listener's, a superseded host's, another payload type
 * @param droppedByRing packets for a shard that was behind
 * @param droppedBySocket datagrams the kernel had no room for, and those for listeners who read too slowly by TCP
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
        long packetsIn,
        long bytesIn,
        long packetsOut,
        long bytesOut,
        long malformed,
        long unauthenticated,
        long replayed,
        long unexpected,
        long droppedByRing,
        long droppedBySocket,
        long handshakesSucceeded,
        long handshakesFailed,
        long receiverReports,
        long nacks,
        long retransmitted,
        long nacksSent,
        long faults) {}
