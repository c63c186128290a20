package app.tutti.sfu.ice;

import org.ice4j.StunException;
import org.ice4j.attribute.Attribute;
import org.ice4j.message.Message;

/** What an authentic Binding Request asks for (RFC 8445 §7.1). */
record BindingRequest(byte[] transactionId, boolean nominates, boolean controlled) {
    /** Null when the codec cannot read it. */
    static BindingRequest decode(StunPacket packet) {
        try {
            Message message = Message.decode(packet.bytes(), 0, packet.length());
            return new BindingRequest(
                    message.getTransactionID(),
                    message.containsAttribute(Attribute.USE_CANDIDATE),
                    message.containsAttribute(Attribute.ICE_CONTROLLED));
        } catch (StunException | RuntimeException e) {
            // An authentic peer may still send what ice4j does not expect, and it says so with any exception.
            return null;
        }
    }
}
