package app.tutti.sfu.ice;

import app.tutti.sfu.rtp.Words;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;

/** Writes answers to Binding Requests (RFC 8489 §6.3) from index 0 on. Confined to one thread. */
final class BindingAnswer {
    static final int SUCCESS = 0x0101;
    static final int ERROR = 0x0111;

    private static final int ERROR_CODE = 0x0009;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    private static final byte[] ROLE_CONFLICT = "Role Conflict".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UNKNOWN_ATTRIBUTE = "Unknown Attribute".getBytes(StandardCharsets.US_ASCII);

    private final CRC32 crc = new CRC32();
    private byte[] bytes;
    private int length;

    /** Tells the peer which address we saw, authenticated unless there is no {@code mac}. Returns the length. */
    int success(StunPacket request, InetSocketAddress source, Mac mac, byte[] to) {
        begin(SUCCESS, request, to);
        xorMappedAddress(source);
        return end(mac);
    }

    /** RFC 8445 §7.3.1.1: the peer must take the controlling role, for a lite agent never does. */
    int roleConflict(StunPacket request, Mac mac, byte[] to) {
        begin(ERROR, request, to);
        errorCode(487, ROLE_CONFLICT);
        return end(mac);
    }

    /** RFC 8489 §6.3.1: there is something in the request that we should understand and do not. */
    int unknownAttributes(StunPacket request, Mac mac, byte[] to) {
        begin(ERROR, request, to);
        errorCode(420, UNKNOWN_ATTRIBUTE);
        attribute(StunPacket.UNKNOWN_ATTRIBUTES, Short.BYTES * request.unknownCount());
        for (int i = 0; i < request.unknownCount(); i++) {
            putShort(request.unknown(i));
        }
        pad();
        return end(mac);
    }

    private void begin(int type, StunPacket request, byte[] to) {
        bytes = to;
        Words.put(bytes, 0, type << 16);
        Words.put(bytes, 4, StunPacket.MAGIC_COOKIE);
        request.transactionId(bytes, 8);
        length = StunPacket.HEADER;
    }

    /** RFC 8489 §14.2. The mask is the cookie, followed by the transaction id. */
    private void xorMappedAddress(InetSocketAddress source) {
        byte[] address = source.getAddress().getAddress();
        attribute(XOR_MAPPED_ADDRESS, 4 + address.length);
        putShort(address.length == 4 ? IPV4 : IPV6);
        putShort(source.getPort() ^ StunPacket.MAGIC_COOKIE >>> 16);
        for (int i = 0; i < address.length; i++) {
            bytes[length++] = (byte) (address[i] ^ bytes[4 + i]);
        }
    }

    /** RFC 8489 §14.8. */
    private void errorCode(int code, byte[] reason) {
        attribute(ERROR_CODE, 4 + reason.length);
        putShort(0);
        putShort(code / 100 << 8 | code % 100);
        System.arraycopy(reason, 0, bytes, length, reason.length);
        length += reason.length;
        pad();
    }

    private int end(Mac mac) {
        if (mac != null) {
            sign(mac);
        }
        setLength(8);
        crc.reset();
        crc.update(bytes, 0, length);
        attribute(StunPacket.FINGERPRINT, 4);
        Words.put(bytes, length, (int) crc.getValue() ^ StunPacket.FINGERPRINT_MASK);
        return length + 4;
    }

    private void sign(Mac mac) {
        setLength(4 + StunPacket.HMAC);
        try {
            mac.update(bytes, 0, length);
            attribute(StunPacket.MESSAGE_INTEGRITY, StunPacket.HMAC);
            mac.doFinal(bytes, length);
            length += StunPacket.HMAC;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA1 would not hash", e);
        }
    }

    /** Both last attributes cover a length that already counts themselves (RFC 8489 §14.5 and §14.7). */
    private void setLength(int yetToCome) {
        int counted = length - StunPacket.HEADER + yetToCome;
        bytes[2] = (byte) (counted >>> 8);
        bytes[3] = (byte) counted;
    }

    private void attribute(int type, int size) {
        putShort(type);
        putShort(size);
    }

    private void putShort(int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void pad() {
        while (length % 4 != 0) {
            bytes[length++] = 0;
        }
    }
}
