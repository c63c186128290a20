package app.tutti.sfu;

import app.tutti.sfu.net.Flow;

/** Asks a producer for packets that did not come (RFC 4585 §6.2.1). Confined to the receive thread. */
final class NackSender {
    private final Counters counters;
    private final byte[] plain = new byte[512];
    private final byte[] scratch = new byte[512];

    NackSender(Counters counters) {
        this.counters = counters;
    }

    /** Sends what is due after this packet, if the peer is one that can be asked. */
    void ask(Peer peer, long nowNanos) {
        Flow flow = peer.flow();
        if (peer.outbound == null || flow == null) {
            return;
        }
        int length = peer.receiver.writeNack(plain, nowNanos);
        if (length > 0) {
            counters.nacksSent.increment();
            flow.send(scratch, 0, peer.outbound.protectControl(plain, length, scratch));
        }
    }
}
