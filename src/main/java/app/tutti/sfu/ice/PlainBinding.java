package app.tutti.sfu.ice;

import java.net.InetSocketAddress;
import java.util.Arrays;

/** Answers for anybody who asks which address we see (RFC 8489 §6.3), as a STUN server does. */
public final class PlainBinding {
    private PlainBinding() {}

    /** Never much longer than the question: 40 bytes for 20, or 52 by IPv6. */
    public static byte[] answer(StunPacket packet, InetSocketAddress source) {
        byte[] transactionId = Arrays.copyOfRange(packet.bytes(), 8, StunPacket.HEADER);
        return BindingAnswer.success(transactionId, source, null);
    }
}
