package app.tutti.sfu.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ice4j.attribute.Attribute;

/**
 * A STUN message (RFC 8489 §5) read in place, as far as needed to tell whether it is authentic; what it means is then
 * for the codec. So a forged one costs a walk over its attributes and leaves nothing behind. Confined to one thread.
 */
public final class StunPacket {
    static final int HEADER = 20;
    static final int MAGIC_COOKIE = 0x2112A442;
    private static final int BINDING_REQUEST = 0x0001;
    private static final int FINGERPRINT_MASK = 0x5354554e;
    private static final int HMAC = 20;

    /** Ours have 12 letters and a peer's 256 at most (RFC 8839 §5.4); the colon stands between. */
    private static final int LONGEST_USERNAME = 12 + 1 + 256;

    private final CRC32 crc = new CRC32();
    private final byte[] header = new byte[HEADER];
    private final byte[] hmac = new byte[HMAC];
    private final byte[] claimed = new byte[HMAC];
    private final Mac mac;
    private byte[] bytes;
    private int length;
    private int username;
    private int integrity;
    private int fingerprint;

    public StunPacket() {
        try {
            mac = Mac.getInstance("HmacSHA1");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HMAC-SHA1", e);
        }
    }

    /** True for a well-formed Binding Request from index 0 on, its FINGERPRINT right if it has one. */
    public boolean wrap(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        username = 0;
        integrity = 0;
        fingerprint = 0;
        return length >= HEADER
                && unsignedShort(0) == BINDING_REQUEST
                && unsignedShort(2) == length - HEADER
                && word(4) == MAGIC_COOKIE
                && walk()
                && fingerprintRight();
    }

    /** {@code ours:theirs}, or null when there is none. */
    public String username() {
        if (username == 0) {
            return null;
        }
        int size = unsignedShort(username + 2);
        return size > LONGEST_USERNAME ? null : new String(bytes, username + 4, size, StandardCharsets.UTF_8);
    }

    /**
     * True when the message carries MESSAGE-INTEGRITY made with this password and a FINGERPRINT: both are a must in
     * connectivity checks (RFC 8445 §7.1).
     */
    public boolean authentic(byte[] password) {
        if (integrity == 0 || fingerprint == 0) {
            return false;
        }
        // RFC 8489 §14.5: the length that was hashed ends with the attribute itself.
        System.arraycopy(bytes, 0, header, 0, HEADER);
        int hashedLength = integrity + 4 + HMAC - HEADER;
        header[2] = (byte) (hashedLength >>> 8);
        header[3] = (byte) hashedLength;
        try {
            mac.init(new SecretKeySpec(password, "HmacSHA1"));
            mac.update(header);
            mac.update(bytes, HEADER, integrity - HEADER);
            mac.doFinal(hmac, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA1 would not hash", e);
        }
        System.arraycopy(bytes, integrity + 4, claimed, 0, HMAC);
        return MessageDigest.isEqual(hmac, claimed);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private boolean walk() {
        int at = HEADER;
        while (at + 4 <= length) {
            int size = unsignedShort(at + 2);
            int next = at + 4 + (size + 3 & ~3);
            // Nothing may follow FINGERPRINT (RFC 8489 §14.7).
            if (next > length || fingerprint != 0 || !note(unsignedShort(at), at, size)) {
                return false;
            }
            at = next;
        }
        return at == length;
    }

    private boolean note(int type, int at, int size) {
        switch (type) {
            case Attribute.USERNAME -> {
                if (integrity == 0) {
                    username = at;
                }
            }
            case Attribute.MESSAGE_INTEGRITY -> {
                if (size != HMAC) {
                    return false;
                }
                if (integrity == 0) {
                    integrity = at;
                }
            }
            case Attribute.FINGERPRINT -> {
                if (size != 4) {
                    return false;
                }
                fingerprint = at;
            }
            default -> {
                // The codec's business.
            }
        }
        return true;
    }

    private boolean fingerprintRight() {
        if (fingerprint == 0) {
            return true;
        }
        crc.reset();
        crc.update(bytes, 0, fingerprint);
        return ((int) crc.getValue() ^ FINGERPRINT_MASK) == word(fingerprint + 4);
    }

    private int unsignedShort(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private int word(int at) {
        return unsignedShort(at) << 16 | unsignedShort(at + 2);
    }
}
