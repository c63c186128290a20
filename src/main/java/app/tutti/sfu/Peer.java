package app.tutti.sfu;

import app.tutti.sfu.dtls.DtlsTransport;
import app.tutti.sfu.ice.IceTransport;
import app.tutti.sfu.ice.StunPacket;
import app.tutti.sfu.net.Flow;
import app.tutti.sfu.srtp.SrtpContext;

/**
 * A transport as the receive thread sees it: where its peer is, its keys, and what it carries. Confined to the receive
 * thread, but for {@link #flow}; what it counts, others may read.
 */
final class Peer {
    final Transport transport;
    final IceTransport ice;
    DtlsTransport dtls;
    /** Null until the handshake is complete. */
    SrtpContext inbound;
    /** Null for a consumer's, whose shard has it. */
    SrtpContext outbound;
    /** Null unless it carries a producer. */
    RtpReceiver receiver;
    /** Null unless it carries a consumer. */
    RtpSender sender;

    long packetsIn;
    long bytesIn;
    long dropped;

    private volatile Flow flow;

    Peer(Transport transport, long nowNanos) {
        this.transport = transport;
        ice = new IceTransport(nowNanos);
    }

    /** Where to send to at present, or null before the first check. Any thread. */
    Flow flow() {
        return flow;
    }

    /** Takes a connectivity check, and moves if it says so. Returns the answer's length, or 0 if there is none. */
    int check(StunPacket packet, Flow source, long nowNanos, byte[] answer) {
        int length = ice.check(packet, source, nowNanos, answer);
        if (length > 0) {
            follow();
        }
        return length;
    }

    /** Once a second: moves away from where nothing is heard any more. An agent moves by itself. */
    void look(long nowNanos) {
        ice.select(nowNanos);
        follow();
    }

    private void follow() {
        Flow selected = ice.selected();
        if (selected != null && selected != flow) {
            move(selected);
        }
    }

    /** Is sent to this way from now on. */
    void move(Flow flow) {
        this.flow = flow;
        if (dtls != null) {
            dtls.reachable();
        }
        if (sender != null) {
            sender.destination(flow);
        }
    }

    /** Begins to carry a producer's stream. */
    void carry(RtpReceiver receiver) {
        this.receiver = receiver;
    }

    /** Begins to carry a consumer's stream. */
    void carry(RtpSender sender) {
        this.sender = sender;
        sender.destination(flow);
    }
}
