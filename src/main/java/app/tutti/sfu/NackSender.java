package app.tutti.sfu;

import app.tutti.sfu.net.UdpPort;
import java.net.InetSocketAddress;

/** Asks a producer for packets that did not come (RFC 4585 §6.2.1). Confined to the receive thread. */
final class NackSender {
    private final UdpPort port;
    private final Counters counters;
    private final byte[] plain = new byte[512];
    private final byte[] scratch = new byte[512];

    NackSender(UdpPort port, Counters counters) {
        this.port = port;
        this.counters = counters;
    }

    /** Sends what is due after this packet, if the peer is one that can be asked. */
    void ask(Peer peer, long nowNanos) {
        InetSocketAddress address = peer.address();
        if (peer.outbound == null || address == null) {
            return;
        }
        int length = peer.receiver.writeNack(plain, nowNanos);
        if (length > 0) {
            counters.nacksSent.increment();
            port.send(scratch, 0, peer.outbound.protectControl(plain, length, scratch), address);
        }
    }
}
