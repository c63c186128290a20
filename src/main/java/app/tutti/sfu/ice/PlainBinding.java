package app.tutti.sfu.ice;

import java.net.InetSocketAddress;

/** Answers for anybody who asks which address we see (RFC 8489 §6.3), as a STUN server does. Confined to one thread. */
public final class PlainBinding {
    private final BindingAnswer answer = new BindingAnswer();

    /** Never much longer than the question: 40 bytes for 20, or 52 by IPv6. Returns the length. */
    public int answer(StunPacket packet, InetSocketAddress source, byte[] to) {
        return answer.success(packet, source, null, to);
    }
}
