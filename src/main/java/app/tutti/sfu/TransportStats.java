package app.tutti.sfu;

import app.tutti.sfu.srtp.SrtpProfile;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A picture of one transport. Counted by the media threads without a lock, so that two numbers may be a packet apart.
 *
 * @param remote where its peer is as we see it; empty before the first authentic check (ICE)
 * @param tcp whether that way is a connection (RFC 6544)
 * @param profile empty before the handshake is complete (DTLS)
 * @param opus the payload type of its music; empty before an offer
 * @param bytesIn authentic RTP as it came, header and tag included
 * @param bytesOut RTP as it went, repeated packets included
 * @param dropped packets of this peer's that went no further
 * @param fractionLost from 0 to 1, in the latest interval that a report told of
 * @param roundTripMillis by the listener's reports (RFC 3550 §6.4.1); nobody reports so of a producer
 * @param madeMillis UTC
 * @param securedMillis UTC, or 0
 */
public record TransportStats(
        Optional<InetSocketAddress> remote,
        boolean tcp,
        Optional<SrtpProfile> profile,
        Optional<Integer> opus,
        long packetsIn,
        long bytesIn,
        long packetsOut,
        long bytesOut,
        long retransmitted,
        long dropped,
        OptionalDouble fractionLost,
        OptionalDouble roundTripMillis,
        long madeMillis,
        long securedMillis) {}
