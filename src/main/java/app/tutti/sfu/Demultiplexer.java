package app.tutti.sfu;

import app.tutti.sfu.ice.PlainBinding;
import app.tutti.sfu.ice.StunPacket;
import app.tutti.sfu.net.DatagramSink;
import app.tutti.sfu.net.Flow;
import app.tutti.sfu.net.UdpPort;

/** Tells by its first byte what a datagram is (RFC 7983 §7), and takes it there. Confined to the receive thread. */
final class Demultiplexer implements DatagramSink {
    /** A second, for everybody together: whoever asks from a false address gets little sent there. */
    private static final int PLAIN_ANSWERS = 1000;

    private final PeerTable peers;
    private final MediaInput media;
    private final SfuClock clock;
    private final Counters counters;
    private final StunPacket stun = new StunPacket();
    private final PlainBinding plainBinding = new PlainBinding();
    private final byte[] answer = new byte[StunPacket.LONGEST_ANSWER];
    private int plainAnswers = PLAIN_ANSWERS;

    Demultiplexer(PeerTable peers, MediaInput media, SfuClock clock, Counters counters) {
        this.peers = peers;
        this.media = media;
        this.clock = clock;
        this.counters = counters;
    }

    @Override
    public void received(byte[] bytes, int length, Flow source) {
        try {
            take(bytes, length, source);
        } catch (RuntimeException e) {
            // Nothing that anybody sends may stop the loop.
            counters.faults.increment();
        }
    }

    /** Once a second. */
    void tick() {
        plainAnswers = PLAIN_ANSWERS;
    }

    private void take(byte[] bytes, int length, Flow source) {
        int first = length == 0 ? -1 : bytes[0] & 0xff;
        if (length >= UdpPort.LARGEST_DATAGRAM) {
            counters.drop(DropReason.OVERSIZE);
        } else if (first >= 128 && first <= 191) {
            media(bytes, length, source);
        } else if (first >= 0 && first <= 3) {
            stun(bytes, length, source);
        } else if (first >= 20 && first <= 63) {
            dtls(bytes, length, source);
        } else {
            counters.drop(DropReason.UNKNOWN_PROTOCOL);
        }
    }

    private void media(byte[] bytes, int length, Flow source) {
        Peer peer = peers.at(source);
        if (peer == null) {
            counters.drop(DropReason.UNPROVED_ADDRESS);
        } else if (peer.inbound == null) {
            counters.drop(DropReason.NO_KEY_YET);
        } else if (length < 2) {
            counters.drop(DropReason.MALFORMED_RTP);
        } else if (isRtcp(bytes[1])) {
            media.rtcp(peer, bytes, length, source, clock.nanos());
        } else {
            media.rtp(peer, bytes, length, source, clock.nanos());
        }
    }

    /** RFC 5761 §4: the payload types 64 to 95, with the marker bit set, are those of RTCP. */
    private static boolean isRtcp(byte second) {
        int type = second & 0xff;
        return type >= 192 && type <= 223;
    }

    private void stun(byte[] bytes, int length, Flow source) {
        if (!stun.wrap(bytes, length)) {
            counters.drop(DropReason.MALFORMED_STUN);
        } else if (stun.hasUsername()) {
            check(asked(source), source);
        } else {
            answerPlainly(source);
        }
    }

    /** As a rule a check is from where those before it came from. */
    private Peer asked(Flow source) {
        Peer peer = peers.at(source);
        if (peer != null && peer.ice.isMeant(stun)) {
            return peer;
        }
        String username = stun.username();
        return username == null ? null : peers.named(username);
    }

    private void check(Peer peer, Flow source) {
        int length = peer == null ? 0 : peer.check(stun, source, clock.nanos(), answer);
        if (length == 0) {
            counters.drop(DropReason.UNAUTHENTIC_STUN);
            return;
        }
        peers.prove(peer, source);
        source.send(answer, 0, length);
    }

    private void answerPlainly(Flow source) {
        if (plainAnswers == 0) {
            counters.drop(DropReason.TOO_MANY_QUESTIONS);
        } else {
            plainAnswers--;
            source.send(answer, 0, plainBinding.answer(stun, source.remote(), answer));
        }
    }

    private void dtls(byte[] bytes, int length, Flow source) {
        Peer peer = peers.at(source);
        if (peer == null) {
            counters.drop(DropReason.UNPROVED_ADDRESS);
        } else if (peer.dtls == null || !peer.dtls.received(bytes, length)) {
            counters.drop(DropReason.UNWANTED_RECORD);
        }
    }
}
