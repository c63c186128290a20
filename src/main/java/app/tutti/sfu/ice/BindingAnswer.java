package app.tutti.sfu.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.AttributeFactory;
import org.ice4j.attribute.FingerprintAttribute;
import org.ice4j.attribute.MessageIntegrityAttribute;

/**
 * Writes answers to Binding Requests (RFC 8489 §6.3). The attributes are encoded by ice4j one by one: its message
 * encoder wants a running stack and reads configuration through the context class loader, which a WAR does not share.
 */
final class BindingAnswer {
    static final int SUCCESS = 0x0101;
    static final int ERROR = 0x0111;
    private static final int LONGEST = 256;

    private final ByteBuffer message = ByteBuffer.allocate(LONGEST);

    private BindingAnswer(int type, byte[] transactionId) {
        message.putShort((short) type)
                .putShort((short) 0)
                .putInt(StunPacket.MAGIC_COOKIE)
                .put(transactionId);
    }

    /** Tells the peer which address we saw, authenticated unless the password is null. */
    static byte[] success(byte[] transactionId, InetSocketAddress source, byte[] password) {
        TransportAddress mapped = new TransportAddress(source.getAddress(), source.getPort(), Transport.UDP);
        return new BindingAnswer(SUCCESS, transactionId)
                .add(AttributeFactory.createXorMappedAddressAttribute(mapped, transactionId))
                .finish(password);
    }

    /** RFC 8445 §7.3.1.1: the peer must take the controlling role, for a lite agent never does. */
    static byte[] roleConflict(byte[] transactionId, byte[] password) {
        return new BindingAnswer(ERROR, transactionId)
                .add(AttributeFactory.createErrorCodeAttribute((char) 487, "Role Conflict"))
                .finish(password);
    }

    private BindingAnswer add(Attribute attribute) {
        message.put(attribute.encode());
        while (message.position() % 4 != 0) {
            message.put((byte) 0);
        }
        return this;
    }

    private byte[] finish(byte[] password) {
        if (password != null) {
            sign(password);
        }
        setLength(8);
        byte[] crc = FingerprintAttribute.calculateXorCRC32(message.array(), 0, message.position());
        message.putShort((short) Attribute.FINGERPRINT).putShort((short) 4).put(crc);
        byte[] bytes = new byte[message.position()];
        message.get(0, bytes);
        return bytes;
    }

    private void sign(byte[] password) {
        setLength(24);
        byte[] hmac = MessageIntegrityAttribute.calculateHmacSha1(message.array(), 0, message.position(), password);
        message.putShort((short) Attribute.MESSAGE_INTEGRITY)
                .putShort((short) 20)
                .put(hmac);
    }

    /** Both attributes cover a length that already counts themselves (RFC 8489 §14.5 and §14.7). */
    private void setLength(int yetToCome) {
        message.putShort(2, (short) (message.position() - StunPacket.HEADER + yetToCome));
    }
}
