package app.tutti.sfu.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.AttributeFactory;
import org.ice4j.attribute.FingerprintAttribute;
import org.ice4j.attribute.MessageIntegrityAttribute;

/** Writes the Binding Requests of a controlling peer. */
public final class FakeChecks {
    private FakeChecks() {}

    /** A connectivity check, with empty attributes of these types; without a username or password it asks plainly. */
    public static byte[] request(String username, String password, boolean nominate, int... attributes) {
        byte[] transactionId = new byte[12];
        new SecureRandom().nextBytes(transactionId);
        ByteBuffer message = ByteBuffer.allocate(512);
        message.putShort((short) 1)
                .putShort((short) 0)
                .putInt(StunPacket.MAGIC_COOKIE)
                .put(transactionId);
        if (username != null) {
            add(message, AttributeFactory.createUsernameAttribute(username));
            add(message, AttributeFactory.createPriorityAttribute(0x6e0001ff));
            add(message, AttributeFactory.createIceControllingAttribute(42));
            if (nominate) {
                add(message, AttributeFactory.createUseCandidateAttribute());
            }
            for (int type : attributes) {
                message.putShort((short) type).putShort((short) 0);
            }
            sign(message, password.getBytes(StandardCharsets.US_ASCII));
        }
        return Arrays.copyOf(message.array(), message.position());
    }

    /** A check with these bytes where its attributes stand, whatever they are. */
    static byte[] signed(String username, String password, byte[] attributes) {
        ByteBuffer message = ByteBuffer.allocate(512 + attributes.length);
        message.putShort((short) 1)
                .putShort((short) 0)
                .putInt(StunPacket.MAGIC_COOKIE)
                .putLong(1)
                .putInt(2);
        add(message, AttributeFactory.createUsernameAttribute(username));
        message.put(attributes);
        sign(message, password.getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(message.array(), message.position());
    }

    /** The answer to a check of the other side's, or null for what is none. */
    public static byte[] success(byte[] request, InetSocketAddress source, String password) {
        if (request.length < StunPacket.HEADER || request[0] != 0 || request[1] != 1) {
            return null;
        }
        byte[] transactionId = Arrays.copyOfRange(request, 8, StunPacket.HEADER);
        ByteBuffer message = ByteBuffer.allocate(512);
        message.putShort((short) 0x0101)
                .putShort((short) 0)
                .putInt(StunPacket.MAGIC_COOKIE)
                .put(transactionId);
        TransportAddress seen = new TransportAddress(source.getAddress(), source.getPort(), Transport.UDP);
        add(message, AttributeFactory.createXorMappedAddressAttribute(seen, transactionId));
        sign(message, password.getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(message.array(), message.position());
    }

    private static void add(ByteBuffer message, Attribute attribute) {
        message.put(attribute.encode());
        while (message.position() % 4 != 0) {
            message.put((byte) 0);
        }
        message.putShort(2, (short) (message.position() - StunPacket.HEADER));
    }

    private static void sign(ByteBuffer message, byte[] password) {
        message.putShort(2, (short) (message.position() - StunPacket.HEADER + 24));
        byte[] hmac = MessageIntegrityAttribute.calculateHmacSha1(message.array(), 0, message.position(), password);
        message.putShort((short) Attribute.MESSAGE_INTEGRITY)
                .putShort((short) 20)
                .put(hmac);
        message.putShort(2, (short) (message.position() - StunPacket.HEADER + 8));
        byte[] crc = FingerprintAttribute.calculateXorCRC32(message.array(), 0, message.position());
        message.putShort((short) Attribute.FINGERPRINT).putShort((short) 4).put(crc);
    }
}
