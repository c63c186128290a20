package app.tutti.party.control;

import app.tutti.party.entity.PartyEvent.TransportDescribed;
import app.tutti.sfu.Transport;
import app.tutti.sfu.TransportStats;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the relay tells a browser of its own transport. */
final class OwnTransport {
    private OwnTransport() {}

    /** @param transport null where there is none yet */
    static TransportDescribed describe(Transport transport) {
        if (transport == null) {
            throw Refusals.unknownTransport();
        }
        TransportStats stats = transport.stats();
        return new TransportDescribed(
                transport.id(),
                stats.remote().map(OwnTransport::text),
                stats.remote().map(remote -> version(remote.getAddress())),
                stats.remote().map(remote -> stats.tcp() ? "tcp" : "udp"),
                stats.profile().map(Enum::name),
                stats.opus(),
                stats.packetsIn(),
                stats.bytesIn(),
                stats.packetsOut(),
                stats.bytesOut(),
                stats.retransmitted(),
                stats.dropped(),
                boxed(stats.fractionLost()),
                boxed(stats.roundTripMillis()),
                stats.madeMillis(),
                Optional.of(stats.securedMillis()).filter(millis -> millis > 0));
    }

    private static String text(InetSocketAddress remote) {
        String address = remote.getAddress().getHostAddress();
        return version(remote.getAddress()) == 6
                ? "[" + address + "]:" + remote.getPort()
                : address + ":" + remote.getPort();
    }

    private static int version(InetAddress address) {
        return address instanceof Inet6Address ? 6 : 4;
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
