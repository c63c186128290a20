package app.tutti.sfu.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;

/**
 * A Binding Request (RFC 8489 §5) read in place. A forged one costs a walk over its attributes and leaves nothing
 * behind. Confined to one thread.
 */
public final class StunPacket {
    /** Room in bytes for any answer to one. */
    public static final int LONGEST_ANSWER = 256;

    static final int HEADER = 20;
    static final int MAGIC_COOKIE = 0x2112A442;
    private static final int BINDING_REQUEST = 0x0001;
    static final int FINGERPRINT_MASK = 0x5354554e;
    static final int HMAC = 20;

    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int UNKNOWN_ATTRIBUTES = 0x000a;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;

    /** RFC 8489 §14: attributes from here on may be ignored by who does not know them. */
    private static final int COMPREHENSION_OPTIONAL = 0x8000;

    private static final int MOST_UNKNOWN = 8;

    /** Ours have 12 letters and a peer's 256 at most (RFC 8839 §5.4); the colon stands between. */
    private static final int LONGEST_USERNAME = 12 + 1 + 256;

    private final CRC32 crc = new CRC32();
    private final byte[] header = new byte[HEADER];
    private final byte[] hmac = new byte[HMAC];
    private final byte[] claimed = new byte[HMAC];
    private byte[] bytes;
    private int length;
    private int username;
    private int integrity;
    private int fingerprint;
    private boolean nominates;
    private boolean controlled;
    private final short[] unknown = new short[MOST_UNKNOWN];
    private int unknownCount;

    /** True for a well-formed Binding Request from index 0 on, its FINGERPRINT right if it has one. */
    public boolean wrap(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        username = 0;
        integrity = 0;
        fingerprint = 0;
        nominates = false;
        controlled = false;
        unknownCount = 0;
        return length >= HEADER
                && unsignedShort(0) == BINDING_REQUEST
                && unsignedShort(2) == length - HEADER
                && word(4) == MAGIC_COOKIE
                && walk()
                && fingerprintRight();
    }

    public boolean hasUsername() {
        return username != 0;
    }

    /** {@code ours:theirs}, or null when there is none. */
    public String username() {
        if (username == 0) {
            return null;
        }
        int size = unsignedShort(username + 2);
        return size > LONGEST_USERNAME ? null : new String(bytes, username + 4, size, StandardCharsets.UTF_8);
    }

    /** True when this is the username. */
    boolean isFrom(byte[] name) {
        int from = username + 4;
        return username != 0 && Arrays.equals(bytes, from, from + unsignedShort(username + 2), name, 0, name.length);
    }

    /**
     * True when the message carries MESSAGE-INTEGRITY by this HMAC-SHA1 and a FINGERPRINT: both are a must in
     * connectivity checks (RFC 8445 §7.1).
     */
    public boolean authentic(Mac mac) {
        if (integrity == 0 || fingerprint == 0) {
            return false;
        }
        // RFC 8489 §14.5: the length that was hashed ends with the attribute itself.
        System.arraycopy(bytes, 0, header, 0, HEADER);
        int hashedLength = integrity + 4 + HMAC - HEADER;
        header[2] = (byte) (hashedLength >>> 8);
        header[3] = (byte) hashedLength;
        try {
            mac.update(header);
            mac.update(bytes, HEADER, integrity - HEADER);
            mac.doFinal(hmac, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA1 would not hash", e);
        }
        System.arraycopy(bytes, integrity + 4, claimed, 0, HMAC);
        return MessageDigest.isEqual(hmac, claimed);
    }

    /** Says that this way shall be used (RFC 8445 §7.1.2). */
    boolean nominates() {
        return nominates;
    }

    /** Says that its sender has the controlled role (RFC 8445 §7.1.3). */
    boolean controlled() {
        return controlled;
    }

    /** How many attributes we should understand and do not; no more than eight are counted. */
    int unknownCount() {
        return unknownCount;
    }

    /** The type of such an attribute. */
    short unknown(int i) {
        return unknown[i];
    }

    /** Copies the 96 bits of the transaction id. */
    void transactionId(byte[] to, int offset) {
        System.arraycopy(bytes, 8, to, offset, HEADER - 8);
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
        // RFC 8489 §14.5: what follows MESSAGE-INTEGRITY is not authentic, but for FINGERPRINT.
        if (integrity != 0 && type != FINGERPRINT) {
            return true;
        }
        switch (type) {
            case USERNAME -> username = at;
            case MESSAGE_INTEGRITY -> integrity = at;
            case FINGERPRINT -> fingerprint = at;
            case USE_CANDIDATE -> nominates = true;
            case ICE_CONTROLLED -> controlled = true;
            default -> noteOther(type);
        }
        return (type != MESSAGE_INTEGRITY || size == HMAC) && (type != FINGERPRINT || size == Integer.BYTES);
    }

    private void noteOther(int type) {
        if (type < COMPREHENSION_OPTIONAL && type != PRIORITY && unknownCount < MOST_UNKNOWN) {
            unknown[unknownCount++] = (short) type;
        }
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
